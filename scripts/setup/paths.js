import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What was made from what, one stamp for each thing made. */
export const stamps = join(root, 'dist', '.stamps')

/** Where downloads of the set-up stay for the next checkout. */
export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'shoal')
}
