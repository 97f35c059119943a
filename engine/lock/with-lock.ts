import { setTimeout as sleep } from 'node:timers/promises'
import { ShoalError } from '../../contract/errors.ts'
import { type Held, isAbandoned, lockPath, tryAcquire } from './acquire.ts'
import { ensureFolder, writeFault } from './folder.ts'
import { describeHolder, describeSelf, readHolder } from './holder.ts'
import type { Holder } from './parse-holder.ts'
import { Pulse } from './pulse.ts'

/** Milliseconds between two looks at a lock that another Shoal holds. */
const POLL = 100

export interface LockOptions {
  /** What is about to happen, as typed: `shoal scale 5`. A second Shoal shows it to its user. */
  readonly command: string
  /** Cancels the waiting, and through `lock.signal` the work. */
  readonly signal?: AbortSignal
  /** Milliseconds to wait for another Shoal; 10 minutes by default, 0 to fail at once. */
  readonly wait?: number
  /** Told once, as soon as there is somebody to wait for. `words` is a sentence for people. */
  readonly onWait?: (holder: Holder | undefined, words: string) => void
}

export interface ProjectLock {
  /** Fires when the caller cancels or the lock is lost: no further operation may begin. */
  readonly signal: AbortSignal
}

/**
 * Runs one plan at a time per project, across processes. Waits for a second Shoal; recovers the lock of a dead one at
 * once, and of a silent one (another machine, a stopped process) after 5 s without a heart beat.
 * Throws `project-locked` when the wait is over or the lock was lost, `cancelled`, `project-not-found`, `disk-full`,
 * `file-write`, and whatever `run` throws.
 */
export async function withProjectLock<T>(
  directory: string,
  options: LockOptions,
  run: (lock: ProjectLock) => Promise<T>,
): Promise<T> {
  const held = await waitForLock(directory, options)
  const signal = options.signal === undefined ? held.lost : AbortSignal.any([options.signal, held.lost])
  try {
    return await run({ signal })
  } catch (error) {
    if (!held.lost.aborted) throw error
    throw new ShoalError(
      'project-locked',
      `\`${options.command}\` lost its lock on ${directory} and stopped half-way; what was done so far stays done.`,
      'Wait for the other Shoal to end, then repeat the command.',
      { cause: error },
    )
  } finally {
    await held.release()
  }
}

async function waitForLock(directory: string, options: LockOptions): Promise<Held> {
  const folder = await ensureFolder(directory)
  const deadline = performance.now() + (options.wait ?? 600_000)
  const self = await describeSelf(options.command)
  const pulse = new Pulse(lockPath(folder))
  let told = false
  for (;;) {
    if (options.signal?.aborted) throw cancelled(options.command)
    const attempt = await attemptLock(folder, self, pulse).catch((error: unknown) => {
      throw writeFault(error, directory)
    })
    if (typeof attempt === 'object') return attempt
    const over = performance.now() >= deadline
    // A late lock is decided about within two seconds, even for a caller who does not want to wait.
    if (over && attempt === 'beating') throw await lockedBy(folder)
    if (!told && !over && attempt !== 'contended') {
      told = true
      const holder = await readHolder(folder)
      options.onWait?.(holder, `${describeHolder(holder)}; waiting.`)
    }
    await sleep(POLL, undefined, options.signal === undefined ? {} : { signal: options.signal }).catch(
      () => {},
    )
  }
}

/** `contended`: other waiters are at the lock this moment, so nothing is known about its holder. */
async function attemptLock(
  folder: string,
  self: Holder,
  pulse: Pulse,
): Promise<Held | 'beating' | 'late' | 'contended'> {
  const state = await pulse.feel()
  const open = state === 'free' || state === 'stopped' || (await isAbandoned(folder, pulse))
  if (!open) return state
  return (await tryAcquire(folder, self, pulse)) ?? 'contended'
}

async function lockedBy(folder: string): Promise<ShoalError> {
  return new ShoalError(
    'project-locked',
    `${describeHolder(await readHolder(folder))}; nothing was changed.`,
    'Wait for it to end, or stop it, then repeat the command.',
  )
}

function cancelled(command: string): ShoalError {
  return new ShoalError('cancelled', `\`${command}\` was cancelled while it waited; nothing was changed.`)
}
