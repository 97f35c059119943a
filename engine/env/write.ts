import { writeText } from '../files/write-text.ts'

/** A new `.env` holds secrets: its owner alone reads it. */
const MODE = 0o600

/**
 * Replaces `.env` as one step, keeping its mode.
 *
 * @throws ShoalError `disk-full` or `file-write`; the file is then byte-identical.
 */
export async function writeEnv(path: string, text: string): Promise<void> {
  await writeText(path, text, { mode: MODE })
}

/**
 * Keeps a text that was taken back, beside the file, as `.env.rejected`, so that nobody has to type it again.
 *
 * @returns the path of the copy.
 * @throws ShoalError `disk-full` or `file-write`.
 */
export async function keepCopy(path: string, text: string): Promise<string> {
  const copy = `${path}.rejected`
  await writeText(copy, text, { mode: MODE })
  return copy
}
