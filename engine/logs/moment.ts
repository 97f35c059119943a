import type { LogEntry } from '../docker/gateway.ts'

/** "2026-03-01T10:00:00.123456789Z": where the digits behind the milliseconds are. */
const FULL = 30
const BEHIND = [23, 29] as const

/** The nanoseconds behind the milliseconds of an entry's time. */
export function nanosOf(entry: LogEntry): number {
  if (entry.nanos !== undefined) return entry.nanos
  // A stamp may be made up when it is asked for.
  const { stamp } = entry
  const rest = stamp.length === FULL ? stamp.slice(...BEHIND) : stamp.slice(stamp.indexOf('.') + 1)
  return Number(rest) || 0
}

/** Nanoseconds since the epoch, as exact as a number is: to a quarter of a microsecond. */
export function momentOf(entry: LogEntry): number {
  return entry.time * 1e6 + nanosOf(entry)
}

/** Whether two entries bear one stamp, to the nanosecond. */
export function isSameMoment(a: LogEntry, b: LogEntry): boolean {
  return a.time === b.time && nanosOf(a) === nanosOf(b)
}

/** Whether an entry bears an earlier stamp, to the nanosecond. */
export function isEarlier(a: LogEntry, b: LogEntry): boolean {
  return a.time < b.time || (a.time === b.time && nanosOf(a) < nanosOf(b))
}
