import { copyFile } from 'node:fs/promises'

/**
 * Keeps a copy of a file's bytes beside it, as `NAME.rejected`, before something else is written in its place. Returns
 * the copy's path; undefined when it cannot be made.
 */
export async function keepAside(path: string): Promise<string | undefined> {
  const copy = `${path}.rejected`
  return await copyFile(path, copy).then(
    () => copy,
    () => undefined,
  )
}
