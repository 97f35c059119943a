import { run } from './command.ts'
import type { Listener } from './listener.ts'

export async function findListenerOnMac(port: number): Promise<Listener | undefined> {
  return parseLsof(await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']))
}

/** `-F` prints one field a line, marked by its first letter: p for the pid, c for the command. */
export function parseLsof(output: string): Listener | undefined {
  const pid = /^p(\d+)$/m.exec(output)?.[1]
  const name = /^c(.+)$/m.exec(output)?.[1]
  return pid === undefined || name === undefined ? undefined : { pid: Number(pid), name }
}
