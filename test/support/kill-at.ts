import type { ShoalProcess } from './shoal.ts'

/**
 * Kills a running `shoal` as soon as it tells that an operation begins, so that it has no chance to tidy up.
 * Throws when the command ends before it gets there.
 * @param operation verb and target, as a progress line has them: `leave shop-app-2`
 */
export async function killAt(running: ShoalProcess, operation: string): Promise<void> {
  let told = ''
  running.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    if (told.includes(`s  ${operation}  (`)) running.kill('SIGKILL')
  })
  const { signal, exitCode } = await running
  if (signal !== 'SIGKILL')
    throw new Error(`shoal ended with ${exitCode ?? signal} before it came to "${operation}":\n${told}`)
}
