import type { Happening } from '../../contract/happenings.ts'

/** What is used of an event of Docker's about one container. */
export interface DockerFact {
  readonly id: string
  readonly action: string
  /** Milliseconds since the epoch. */
  readonly time: number
  readonly exitCode?: number
}

/** What a process ends with that was asked to end: by itself, or by SIGTERM that it does not handle. */
const ORDERLY: ReadonlySet<number> = new Set([0, 143])

/**
 * That a container died or ran out of memory, from an event of Docker's; undefined for any other event. Pure.
 * @param origin which container that is
 */
export function deathOf(
  { id, action, time, exitCode = 0 }: DockerFact,
  origin: Pick<Happening, 'service' | 'container' | 'index'>,
): Happening | undefined {
  const common = { ...origin, id, at: time }
  if (action === 'oom')
    return {
      ...common,
      kind: 'oom',
      level: 'error',
      text: 'used more memory than it may; the kernel killed a process in it',
    }
  if (action !== 'die') return undefined
  const level = ORDERLY.has(exitCode) ? 'info' : 'error'
  return { ...common, kind: 'died', level, text: `died (exit code ${exitCode})` }
}
