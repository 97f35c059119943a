import { type Client, openStream } from '../client.ts'
import { shortId } from '../containers/start-container.ts'
import { attempt, cancelled, translateError } from '../errors.ts'
import type { StatsSample } from '../gateway.ts'
import { parseNdjson } from '../wire/ndjson.ts'
import { type StatsMessage, toSample } from './to-sample.ts'

/** What a running container uses, once a second. The connection is closed on every way out. */
export async function* readStats(
  client: Client,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<StatsSample> {
  const doing = `reading what the container ${shortId(id)} uses`
  const path = `/containers/${encodeURIComponent(id)}/stats`
  const stream = await attempt(doing, () => openStream(client, path, { stream: true }, signal))
  try {
    let before: StatsMessage | undefined
    for await (const parsed of parseNdjson(stream)) {
      const message = parsed as StatsMessage
      const sample = toSample(message, before)
      before = message
      if (sample) yield sample
    }
  } catch (thrown) {
    throw signal.aborted ? cancelled(doing) : translateError(thrown, doing)
  } finally {
    stream.destroy()
  }
}
