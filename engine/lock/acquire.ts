import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import lockfile from 'proper-lockfile'
import { readHolder, writeHolder } from './holder.ts'
import type { Holder } from './parse-holder.ts'
import { isGone } from './process.ts'
import type { Pulse } from './pulse.ts'

/** A lock that this process holds. */
export interface Held {
  /** Fires when the lock was lost: another Shoal took it, or its folder vanished. */
  readonly lost: AbortSignal
  release(): Promise<void>
}

export function lockPath(folder: string): string {
  return join(folder, 'lock')
}

/**
 * One attempt at the lock; undefined while another Shoal holds it or decides about it.
 *
 * A short guard lock surrounds every attempt, so that the lock and `holder.json` always belong together and two waiters
 * never both remove an abandoned lock: without it the second would remove the fresh lock of the first.
 */
export async function tryAcquire(folder: string, self: Holder, pulse: Pulse): Promise<Held | undefined> {
  const unguard = await take(join(folder, 'guard'), { stale: 2_000, onCompromised: () => {} })
  if (unguard === undefined) return undefined
  try {
    if (await isAbandoned(folder, pulse)) await rm(lockPath(folder), { recursive: true, force: true })
    return await acquire(folder, self)
  } finally {
    // A guard that cannot be removed ages and is removed by the next attempt.
    await unguard().catch(() => {})
  }
}

/** Whether the lock's holder is known to be dead or has stopped beating. */
export async function isAbandoned(folder: string, pulse: Pulse): Promise<boolean> {
  const state = await pulse.feel()
  if (state === 'free') return false
  if (state === 'stopped') return true
  const holder = await readHolder(folder)
  return holder !== undefined && (await isGone(holder))
}

async function acquire(folder: string, self: Holder): Promise<Held | undefined> {
  const lost = new AbortController()
  // Who is abandoned is decided above: the library's own rule has the race that the guard is there for.
  const unlock = await take(lockPath(folder), {
    stale: Number.POSITIVE_INFINITY,
    update: 1_000,
    onCompromised: (error) => lost.abort(error),
  })
  if (unlock === undefined) return undefined
  try {
    await writeHolder(folder, self)
  } catch (error) {
    await unlock().catch(() => {})
    throw error
  }
  return {
    lost: lost.signal,
    async release() {
      if (lost.signal.aborted || (await readHolder(folder))?.token !== self.token) return
      // The lock may be lost between the two steps; then there is nothing left to release.
      await unlock().catch(() => {})
    },
  }
}

async function take(
  path: string,
  options: { stale: number; update?: number; onCompromised: (error: Error) => void },
): Promise<(() => Promise<void>) | undefined> {
  try {
    return await lockfile.lock(path, { ...options, lockfilePath: path, realpath: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return undefined
    throw error
  }
}
