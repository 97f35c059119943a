import { setTimeout as sleep } from 'node:timers/promises'
import lockfile from 'proper-lockfile'

/** Milliseconds for which another Shoal is waited for; whoever holds it does so for a few of them. */
const WAIT = 2_000
const POLL = 10
/** Milliseconds after which its holder counts as dead. */
const STALE = 5_000

/**
 * Lets one Shoal at a time write to a file. One that cannot be had in time is gone without: a line that is appended in one
 * step stays whole, and what is at stake is a line that another one's shortening loses.
 */
export async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  const release = await acquire(path)
  try {
    return await work()
  } finally {
    await release().catch(() => {})
  }
}

async function acquire(path: string): Promise<() => Promise<void>> {
  const deadline = performance.now() + WAIT
  for (;;) {
    try {
      const lockfilePath = `${path}.lock`
      return await lockfile.lock(path, {
        lockfilePath,
        realpath: false,
        stale: STALE,
        onCompromised: () => {},
      })
    } catch (error) {
      const busy = (error as NodeJS.ErrnoException).code === 'ELOCKED'
      if (!busy || performance.now() >= deadline) return async () => {}
    }
    await sleep(POLL)
  }
}
