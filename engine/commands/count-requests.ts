import { setTimeout as sleep } from 'node:timers/promises'
import type { RequestCount } from '../../contract/timeline.ts'
import type { Container } from '../docker/gateway.ts'
import type { Connection } from './host.ts'

/** How long a command waits for the count at most. Milliseconds. */
const PATIENCE = 3_000

interface Span {
  /** Milliseconds since the epoch. */
  readonly from: number
  readonly to: number
}

/**
 * What came through Caddy within a span, by its access log; null where nobody can tell: there was no Caddy before, another
 * one is there now, or it has no log. Never throws.
 * @param before the Caddy that ran at the beginning
 * @param after the one that runs now
 */
export async function countRequests(
  { links }: Pick<Connection, 'links'>,
  before: Container | undefined,
  after: Container | undefined,
  { from, to }: Span,
): Promise<RequestCount | null> {
  if (before === undefined || after?.state !== 'running' || before.id !== after.id) return null
  const tooLate = sleep(PATIENCE, undefined, { ref: false })
  const counted = links.of(after).requests.count(from, to)
  const answer = await Promise.race([counted, tooLate]).catch(() => undefined)
  return answer ? { ...answer, counted: before.startedAt === after.startedAt } : null
}
