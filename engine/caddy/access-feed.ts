import { setTimeout as sleep } from 'node:timers/promises'
import { ShoalError } from '../../contract/errors.ts'
import type { Docker } from '../docker/gateway.ts'
import { DIRECTORY, startReading } from './access-log.ts'
import { type AccessNews, FeedParser } from './feed-parser.ts'
import { type AccessPosition, feedScript } from './feed-script.ts'

/** Milliseconds between two looks: what a request is late by at most, and twenty answers a second however many there are. */
const INTERVAL = 50
/** The same while there is no log. */
const PATIENCE = 1_000

export interface FeedOptions {
  /** Goes on from there; from the oldest line without it. */
  readonly from?: AccessPosition | undefined
  readonly signal: AbortSignal
  readonly directory?: string
}

/**
 * The access log of a Caddy container as bytes' worth of lines, for whoever counts them: all that is kept, then what
 * comes, until the container stops. Each batch has the position after it; reading on from there, when the container runs
 * again, loses and doubles nothing. A slow reader is waited for. Ends quietly with the signal; throws `engine-lost`.
 */
export async function* followAccessFeed(
  docker: Pick<Docker, 'exec'>,
  container: string,
  { from, signal, directory = DIRECTORY }: FeedOptions,
): AsyncGenerator<AccessNews> {
  if (signal.aborted) return
  const session = await startReading(docker, container, feedScript(directory, from))
  if (session === undefined) return
  const { stream } = session
  const close = () => session.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    if (signal.aborted) close()
    const parser = new FeedParser(from)
    stream.setEncoding('latin1')
    for await (const chunk of stream)
      for (const news of parser.take(chunk)) {
        yield news
        if (news.kind === 'end' || news.kind === 'none')
          void sleep(news.kind === 'end' ? INTERVAL : PATIENCE, undefined, { ref: false }).then(
            () => !stream.destroyed && stream.write('\n'),
          )
      }
  } catch (error) {
    if (!signal.aborted) throw ShoalError.from(error)
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}
