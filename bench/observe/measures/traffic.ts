import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Second, type TrafficSummary, unpackSeconds } from '../../../contract/traffic.ts'
import { waitFor } from '../../../test/support/wait-for.ts'
import { everyoneAnswers } from '../../probe/everyone.ts'
import { readUse } from '../../probe/process-use.ts'
import { type Sent, sendRequests } from '../../probe/requests-per-second.ts'
import { figureRow, type Row } from '../../report/rows.ts'
import { runCommand } from '../../run/command.ts'
import { shoal } from '../../run/shoal.ts'
import { type Face, openFace } from '../face/face.ts'
import type { ObserveBench } from './bench.ts'

const INSTANCES = 3
/** Requests whose counting is measured, and those whose latency is compared: so many that the first of each connection, which wait for it, are not among its slowest hundredth. */
const COUNTED = 50_000
const TIMED = 8_000
/** Answers that take as long as this make what lies between Caddy and the load generator small. */
const SLOW = '/api/slow?ms=200'
/** Milliseconds in which the engine's own start is over. */
const SETTLE = 2_000

/** What counting takes of the engine, and whether it counts what the load generator sent. Needs Linux's /proc. */
export async function measureTraffic({ site, signal, say }: ObserveBench): Promise<Row[]> {
  if (!existsSync('/proc/self/stat')) {
    say('the cost of counting is measured on Linux only')
    return []
  }
  await runCommand(shoal.up(INSTANCES), site.directory, signal)
  await everyoneAnswers(site.url, INSTANCES, signal)
  const face = await openFace()
  const counter = count(face, site.directory)
  try {
    // First, since the summary is of all that came so far.
    const timed = await counter.compare(() => sendRequests(new URL(SLOW, site.url).href, TIMED, signal))
    await sleep(SETTLE, undefined, { signal })
    const before = await readUse(face.pid)
    const counted = await counter.compare(() =>
      sendRequests(new URL('/api/whoami', site.url).href, COUNTED, signal),
    )
    const after = await readUse(face.pid)
    const p99 = timed.summary?.duration?.p99 ?? 0
    say(
      `sent ${counted.sent.requests}, counted ${counted.requests}; p99 ${timed.sent.p99} ms, told ${p99} ms`,
    )
    return [
      figureRow(
        'traffic: engine, seconds of CPU per 100,000 requests',
        's',
        ((after.cpu - before.cpu) / COUNTED) * 100_000,
        { atMost: 5 },
      ),
      figureRow('traffic: requests that were not counted', '', counted.sent.requests - counted.requests, {
        atMost: 0,
      }),
      figureRow('traffic: p99 beside the load generator’s', '%', Math.abs(p99 / timed.sent.p99 - 1) * 100, {
        atMost: 3,
      }),
    ]
  } finally {
    await counter.stop()
    await face.dispose()
  }
}

/** Watches the traffic; `compare` tells what was sent beside what was counted. */
function count({ engine }: Face, directory: string) {
  const stop = new AbortController()
  const seconds = new Map<number, Second>()
  let latest: { readonly to: number; readonly total: TrafficSummary } | undefined
  const read = async () => {
    for await (const item of engine.open(
      'traffic.watch',
      { directory, window: 900 },
      { signal: stop.signal },
    )) {
      for (const second of unpackSeconds(item)) seconds.set(second.at, second)
      latest = item.summary
    }
  }
  const reading = read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  const total = () => [...seconds.values()].reduce((all, second) => all + second.total.requests, 0)
  return {
    async compare(send: () => Promise<Sent>) {
      const before = total()
      const sent = await send()
      const ended = Date.now()
      await waitFor(() => (latest?.to ?? 0) > ended + 1_000)
      return { sent, requests: total() - before, summary: latest?.total }
    },
    async stop() {
      stop.abort()
      await reading
    },
  }
}
