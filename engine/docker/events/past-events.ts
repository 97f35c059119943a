import { type Client, openStream } from '../client.ts'
import { attempt } from '../errors.ts'
import type { ContainerEvent } from '../gateway.ts'
import { parseNdjson } from '../wire/ndjson.ts'
import { eventQuery } from './query.ts'
import { type EventMessage, toEvent } from './to-event.ts'

/** From the first second that an engine takes for a moment: 0 means "from now on". Milliseconds. */
const EVER = 1_000
/** Milliseconds for an engine whose clock is behind ours, and so waits for its `until`. */
const PATIENCE = 5_000

/** The container events that the engine still knows of; those so far when it does not come to an end. */
export async function pastEvents(client: Client, labels: readonly string[]): Promise<ContainerEvent[]> {
  const patience = AbortSignal.timeout(PATIENCE)
  const events: ContainerEvent[] = []
  await attempt("reading the engine's past events", async () => {
    const query = eventQuery(client, labels, { since: EVER, until: Date.now() })
    const stream = await openStream(client, '/events', query, patience)
    try {
      for await (const message of parseNdjson(stream)) {
        const event = toEvent(message as EventMessage)
        if (event) events.push(event)
      }
    } catch (error) {
      if (!patience.aborted) throw error
    } finally {
      stream.destroy()
    }
  })
  return events
}
