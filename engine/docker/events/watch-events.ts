import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, openStream } from '../client.ts'
import { statusOf, translateError } from '../errors.ts'
import type { DockerEvent } from '../gateway.ts'
import { parseNdjson } from '../wire/ndjson.ts'
import { eventQuery } from './query.ts'
import { type EventMessage, toEvent } from './to-event.ts'

/** Milliseconds before the first reconnection; doubles up to the longest. */
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 5_000

/**
 * Container events until the signal fires. Reconnects by itself and asks for what it missed, by the engine's own clock;
 * an event may then come twice. Throws only when the engine answers and refuses.
 */
export async function* watchEvents(
  client: Client,
  labels: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<DockerEvent> {
  let since: number | undefined
  let pause = FIRST_PAUSE
  let away = false
  while (!signal.aborted) {
    try {
      const stream = await openStream(client, '/events', eventQuery(client, labels, { since }), signal)
      try {
        away = false
        pause = FIRST_PAUSE
        yield { kind: 'connected' }
        for await (const message of parseNdjson(stream)) {
          const event = toEvent(message as EventMessage)
          if (event === undefined) continue
          since = event.time
          yield event
        }
      } finally {
        stream.destroy()
      }
    } catch (thrown) {
      const status = statusOf(thrown)
      if (status !== undefined && status < 500)
        throw translateError(thrown, "subscribing to the engine's events")
    }
    if (signal.aborted) return
    if (!away) yield { kind: 'disconnected' }
    away = true
    await sleep(pause, undefined, { signal, ref: false }).catch(() => {})
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }
}
