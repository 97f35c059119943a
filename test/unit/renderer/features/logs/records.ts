import type { LogEntry, LogEvent } from '../../../../../contract/logs.ts'

/** A line of `demo-app-1` at a place; the time is the place. */
export function entry(text: string, place = 1, more: Partial<LogEntry> = {}): LogEntry {
  return {
    kind: 'log',
    place,
    time: place,
    service: 'app',
    container: 'demo-app-1',
    index: 1,
    stream: 'stdout',
    level: null,
    text,
    ...more,
  }
}

/** Something that happened to it. */
export function event(
  happening: LogEvent['happening'],
  text: string,
  more: Partial<LogEvent> = {},
): LogEvent {
  return {
    kind: 'event',
    place: 1,
    time: 1,
    service: 'app',
    container: 'demo-app-1',
    index: 1,
    happening,
    level: 'info',
    text,
    ...more,
  }
}

/** "line FROM" to "line TO", each at the place of its number. */
export function entries(from: number, to: number): LogEntry[] {
  return Array.from({ length: to - from + 1 }, (_, at) => entry(`line ${from + at}`, from + at))
}
