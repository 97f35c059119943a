import { InvalidArgumentError } from 'commander'

const SPAN = /^(?:\d+(?:\.\d+)?[smhdw])+$/
const PART = /(\d+(?:\.\d+)?)([smhdw])/g
const UNIT: Record<string, number> = { s: 1e3, m: 60e3, h: 3600e3, d: 86_400e3, w: 604_800e3 }

const UNIX_SECONDS = /^\d+(?:\.\d+)?$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
const DATE_AND_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/

/** Smaller numbers are spans whose unit was forgotten, not moments in the early seventies. */
const EARLIEST_UNIX_SECONDS = 1e8

const EXPECTED = 'It must be a span such as 10m, a date such as 2026-01-31T12:00, or Unix seconds.'

/**
 * Reads a moment: a span back from now (`90s`, `10m`, `1h30m`, `2d`), an ISO date (local time unless it says
 * otherwise), or Unix seconds.
 * @param now milliseconds since the epoch
 * @returns milliseconds since the epoch
 * @throws {InvalidArgumentError} when it is none of these
 */
export function parseSince(text: string, now: number = Date.now()): number {
  const time = readMoment(text.trim(), now)
  if (time === undefined || !Number.isFinite(time) || time < 0) throw new InvalidArgumentError(EXPECTED)
  return Math.round(time)
}

function readMoment(text: string, now: number): number | undefined {
  if (SPAN.test(text)) {
    const parts = [...text.matchAll(PART)]
    return now - parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNIT[unit ?? ''] ?? 0), 0)
  }
  if (UNIX_SECONDS.test(text)) {
    const seconds = Number(text)
    if (seconds < EARLIEST_UNIX_SECONDS)
      throw new InvalidArgumentError(`Did you mean ${text}s, ${text}m or ${text}h?`)
    return seconds * 1000
  }
  // A bare date is midnight in UTC to Date.parse, and midnight here to everyone else.
  if (DATE.test(text)) return Date.parse(`${text}T00:00`)
  return DATE_AND_TIME.test(text) ? Date.parse(text) : undefined
}
