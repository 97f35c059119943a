import { LEVELS, type Level } from '../../contract/levels.ts'

/** What of the logs an address asks for. */
export interface LogsWish {
  /** Services and instances; empty for all. */
  readonly names: readonly string[]
  /** The id of a request: its records in all of them. */
  readonly request: string | null
  /** This level or worse. */
  readonly level: Level | null
  /** What is searched for, as it is or as a regular expression. */
  readonly text: string
  readonly regex: boolean
  /** What was written then: milliseconds since the epoch. */
  readonly at: number | null
}

/**
 * Reads what an address asks of the logs: `?name=app-2`, `?name=app-1,app-3&level=error`, `?request=ID`, `?search=TEXT`,
 * `?expression=REGEX`, `?at=1767225600000`. Undefined when it asks nothing. Pure.
 */
export function parseLogsWish(query: Readonly<Record<string, string>>): LogsWish | undefined {
  const { name, request, level, search, expression, at } = query
  if ((name ?? request ?? level ?? search ?? expression ?? at) === undefined) return undefined
  const time = Number(at)
  return {
    names: name?.split(',').filter(Boolean) ?? [],
    request: request || null,
    level: LEVELS.find((one) => one === level) ?? null,
    text: expression ?? search ?? '',
    regex: expression !== undefined,
    at: at !== undefined && Number.isInteger(time) && time >= 0 ? time : null,
  }
}
