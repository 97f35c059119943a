type Undo = () => Promise<unknown>

/**
 * Runs a program that makes things which must not stay. What was handed to `later` is undone at the end, the last one
 * first, also after a failure or an interrupt. Sets the exit code; tells on stderr what went wrong.
 */
export async function withCleanUp(work: (later: (undo: Undo) => void) => Promise<void>): Promise<void> {
  const undos: Undo[] = []
  const interrupted = new Promise<never>((_, reject) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(name, () => reject(new Error(`Stopped by ${name}.`)))
  })
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act()
    } catch (error) {
      console.error(String(error))
      process.exitCode = 1
    }
  }
  await attempt(() => Promise.race([work((undo) => undos.unshift(undo)), interrupted]))
  interrupted.catch(() => {})
  for (const undo of undos) await attempt(undo)
}
