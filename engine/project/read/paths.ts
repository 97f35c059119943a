import { isAbsolute, join, resolve } from 'node:path'
import type { Reading } from './context.ts'

/** A path of the compose file as an absolute one: `~` is the user's home, the rest starts at the project folder. */
export function absolutePath(path: string, reading: Pick<Reading, 'directory' | 'home'>): string {
  if (path === '~' || path.startsWith('~/')) return join(reading.home, path.slice(1))
  return isAbsolute(path) ? path : resolve(reading.directory, path)
}
