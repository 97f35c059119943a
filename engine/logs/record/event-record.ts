import type { Happening } from '../../../contract/happenings.ts'
import type { LogEvent } from '../../../contract/logs.ts'

/** The record of a happening that was kept as a line of JSON. Pure. */
export function eventRecord(line: string, place: number): LogEvent {
  const { kind, at, service, container, index, level, text } = JSON.parse(line) as Happening
  return { kind: 'event', place, time: at, service, container, index, happening: kind, level, text }
}
