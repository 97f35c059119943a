import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createBreather } from './breather.ts'
import { type ContextEntry, listContext } from './context.ts'

interface Known {
  readonly stamp: string
  readonly digest: string
}

/** Digests of files by path, good as long as the file's stamp stays. */
const known = new Map<string, Known>()

/** How many files are remembered: a few large contexts, about 20 MB. */
const KEPT = 50_000

/** Milliseconds: a file changed more recently could change again within the file system's time resolution. */
const SETTLED = 2_000

/**
 * A hash over everything that decides what a build makes: the same files that `packContext` sends (path, type,
 * mode, content), the Dockerfile's name, the build arguments and the target. 64 hexadecimal digits; argument values
 * cannot be read from it. Throws `image-build` as `listContext` does.
 */
export async function fingerprintContext(
  contextDir: string,
  dockerfile: string,
  args: Readonly<Record<string, string>>,
  target = '',
): Promise<string> {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([dockerfile, target, Object.entries(args).sort(byKey)]))
  const breathe = createBreather()
  for (const entry of await listContext(contextDir, dockerfile)) {
    await breathe()
    const content = entry.type === 'file' ? digest(entry) : entry.link
    hash.update(`${JSON.stringify([entry.path, entry.type, entry.mode, content])}\n`)
  }
  return hash.digest('hex')
}

function byKey([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function digest({ absolute, stats }: ContextEntry): string {
  const stamp = `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeMs}:${stats.ctimeMs}`
  const remembered = known.get(absolute)
  if (remembered?.stamp === stamp) return remembered.digest
  const fresh = createHash('sha256').update(readFileSync(absolute)).digest('base64')
  known.delete(absolute)
  if (Date.now() - Math.max(stats.mtimeMs, stats.ctimeMs) > SETTLED) remember(absolute, stamp, fresh)
  return fresh
}

function remember(absolute: string, stamp: string, value: string): void {
  const oldest = known.size >= KEPT ? known.keys().next().value : undefined
  if (oldest !== undefined) known.delete(oldest)
  known.set(absolute, { stamp, digest: value })
}
