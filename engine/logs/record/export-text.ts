import { stripAnsi } from '../../../contract/ansi.ts'
import type { LogRecord } from '../../../contract/logs.ts'

/** `2026-03-01T10:00:00.123Z app-2 ERROR text`: a record for people, without colours. Pure. */
export function exportText(record: LogRecord): string {
  const { time, service, index, level, text } = record
  const said = record.kind === 'event' ? `* ${text}` : stripAnsi(text)
  return `${new Date(time).toISOString()} ${service}-${index} ${(level ?? '-').toUpperCase().padEnd(5)} ${said}`
}
