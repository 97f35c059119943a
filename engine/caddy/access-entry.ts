import type { LogEntry } from '../docker/gateway.ts'

/** Caddy's stamp, seconds since the epoch with a fraction, near the beginning of each entry. */
const STAMP = /"ts":(\d+)(?:\.(\d+))?[,}]/
/** Characters in which the stamp is looked for: what follows it is the request, which may hold anything. */
const HEAD = 80

/**
 * An entry of Caddy's JSON access log as an entry of a container's log, stamped with the moment that Caddy noted, to
 * the nanosecond and in Docker's form. A line without a readable stamp belongs to the epoch's first moment.
 */
export function parseAccessEntry(text: string): LogEntry {
  const [, seconds = '0', fraction = ''] = STAMP.exec(text.slice(0, HEAD)) ?? []
  const nanoseconds = fraction.slice(0, 9).padEnd(9, '0')
  const second = Number(seconds) * 1000
  return {
    time: second + Number(nanoseconds.slice(0, 3)),
    stamp: `${new Date(second).toISOString().slice(0, 19)}.${nanoseconds}Z`,
    stream: 'stdout',
    text,
  }
}
