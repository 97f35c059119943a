import type { Stats } from '../../contract/stats.ts'
import { cpuShare } from './cpu-share.ts'

/** Seconds of usage that the window keeps. */
export const KEPT = 15 * 60

/** Seconds without a report from which on a line is broken, rather than drawn through what nobody saw. */
const GAP = 4

/** One value a moment; null where nothing is known. */
export type Course = readonly (number | null)[]

/** What one container used. */
export interface UsageCourse {
  /** Per cent of what it may use. */
  readonly cpu: Course
  /** Bytes. */
  readonly memory: Course
}

/** What every container used in the last minutes, each beside the same moments. */
export interface UsageHistory {
  /** Seconds since the epoch, the oldest first. */
  readonly times: readonly number[]
  /** By the container's name. */
  readonly courses: Readonly<Record<string, UsageCourse>>
}

export const NO_HISTORY: UsageHistory = { times: [], courses: {} }

/** The history with one more report; what is too old, and containers of which nothing is left, go. Pure. */
export function record(
  history: UsageHistory,
  { at, containers }: Pick<Stats, 'at' | 'containers'>,
  kept = KEPT,
): UsageHistory {
  const now = at / 1_000
  const before = history.times.at(-1)
  // A clock that was set back would fold the line onto itself.
  if (before !== undefined && now <= before)
    return now < before - GAP ? record(NO_HISTORY, { at, containers }) : history
  const hole = before !== undefined && now - before > GAP
  const times = hole ? [...history.times, before + 1, now] : [...history.times, now]
  const from = Math.max(
    0,
    times.findIndex((time) => time > now - kept),
  )
  const seen = new Map(containers.map((container) => [container.name, container]))
  const names = new Set([...Object.keys(history.courses), ...seen.keys()])
  const courses: Record<string, UsageCourse> = {}
  for (const name of names) {
    const old = history.courses[name] ?? nothing(history.times.length)
    const used = seen.get(name)
    const add = (values: Course, value: number | undefined): Course => {
      const more = value ?? null
      return (hole ? [...values, null, more] : [...values, more]).slice(from)
    }
    const course = { cpu: add(old.cpu, used && cpuShare(used)), memory: add(old.memory, used?.memory) }
    if (used || course.memory.some((value) => value !== null)) courses[name] = course
  }
  return { times: times.slice(from), courses }
}

function nothing(length: number): UsageCourse {
  const empty: Course = Array.from({ length }, () => null)
  return { cpu: empty, memory: empty }
}

/** The newest of a history's moments with one container's course in them. Pure. */
export function recent({ times, courses }: UsageHistory, name: string, seconds: number) {
  const from = Math.max(0, times.length - seconds)
  const { cpu = [], memory = [] } = courses[name] ?? {}
  return { times: times.slice(from), cpu: cpu.slice(from), memory: memory.slice(from) }
}
