import { setTimeout as sleep } from 'node:timers/promises'
import type { StreamParams } from '../../contract/streams.ts'
import type { Traffic } from '../../contract/traffic.ts'
import { countInFlight } from '../stack/observe/in-flight.ts'
import { CADDY } from '../stack/roles.ts'
import { aborted } from './aborted.ts'
import type { Connection, Host } from './host.ts'
import { Members } from './members.ts'
import { openTraffic } from './traffic.ts'

const SECOND = 1_000
/** Where in a second an item is made: when the lines of the one before were read. */
const PHASE = 300

/** What came through Caddy, once a second for as long as somebody reads. Throws `engine-lost`. */
export async function* watchTraffic(
  host: Host,
  { directory, window }: StreamParams<'traffic.watch'>,
  signal: AbortSignal,
): AsyncGenerator<Traffic> {
  const { ItemMaker } = await import('../traffic/item.ts')
  const { connection, project, traffic, lost, release } = await openTraffic(host, directory)
  const over = new AbortController()
  const until = AbortSignal.any([signal, over.signal, lost])
  const members = new Members(connection.docker, project)
  const following = members.follow(until)
  following.catch((error: unknown) => over.abort(error))
  const maker = new ItemMaker(traffic)
  try {
    await Promise.all([members.look(), Promise.race([traffic.ready(), aborted(until)])])
    while (!until.aborted) {
      const inFlight = await look(connection, members)
      if (inFlight) traffic.seconds.look(traffic.now(), inFlight)
      if (until.aborted) break
      const { running, indexOf } = members
      yield await maker.make({ window, instances: running, indexOf, inFlight })
      await sleep(SECOND - ((traffic.now() - PHASE) % SECOND), undefined, { signal: until }).catch(() => {})
    }
    if (!signal.aborted) until.throwIfAborted()
  } finally {
    over.abort()
    release()
    await following.catch(() => {})
  }
}

/** Requests in flight by instance; undefined when Caddy can not be asked. */
async function look(
  { links }: Connection,
  { current, running }: Members,
): Promise<ReadonlyMap<string, number> | undefined> {
  const caddy = current.find(({ service, container }) => service === CADDY && container.state === 'running')
  const counts =
    caddy &&
    (await links
      .of(caddy.container)
      .admin.upstreams()
      .catch(() => undefined))
  if (!counts) return undefined
  return new Map(
    running.map(({ name }) => {
      const address = counts.find((count) => count.address.startsWith(`${name}:`))?.address ?? ''
      return [name, countInFlight(counts, address).requests ?? 0]
    }),
  )
}
