import { setTimeout as sleep } from 'node:timers/promises'
import type { RequestBatch, RequestRecord } from '../../contract/requests.ts'
import type { StreamParams } from '../../contract/streams.ts'
import { isKnownName, matchNames } from '../names/match.ts'
import { CADDY } from '../stack/roles.ts'
import type { Selection } from '../traffic/filter.ts'
import type { KeptRequest } from '../traffic/request-ring.ts'
import type { Traffic } from '../traffic/traffic.ts'
import { aborted } from './aborted.ts'
import type { Host } from './host.ts'
import { Members } from './members.ts'
import { openTraffic } from './traffic.ts'

/** Milliseconds between two batches. */
const INTERVAL = 100
/** Requests that are looked at for one batch: at 10,000 requests a second nothing is missed. */
const BATCH = 2_000

/** Requests that match: the last ones at once, then those that come. Throws `unknown-name` and `engine-lost`. */
export async function* followRequests(
  host: Host,
  { directory, filter, tail, follow }: StreamParams<'requests.follow'>,
  signal: AbortSignal,
): AsyncGenerator<RequestBatch> {
  const { select } = await import('../traffic/filter.ts')
  const { connection, project, traffic, lost, release } = await openTraffic(host, directory)
  const until = AbortSignal.any([signal, lost])
  const members = new Members(connection.docker, project)
  try {
    await members.look()
    const selection: Selection = {
      filter,
      wants: wanted(filter.instances, members, project),
      indexOf: members.indexOf,
    }
    const match = (kept: KeptRequest) => select(kept, selection)
    await Promise.race([traffic.ready(), aborted(until)])
    let next = traffic.requests.next
    let { source } = traffic
    if (!until.aborted) yield { requests: lastOf(traffic, tail, match), missed: 0, source }
    while (follow && !until.aborted) {
      await sleep(INTERVAL, undefined, { signal: until }).catch(() => {})
      const { requests, gone } = traffic.requests.since(next)
      const batch = requests.slice(0, BATCH)
      next += gone + batch.length
      const found = batch.flatMap((kept) => match(kept) ?? [])
      if (found.length === 0 && gone === 0 && source === traffic.source) continue
      source = traffic.source
      yield { requests: found, missed: gone, source }
    }
    if (!signal.aborted) until.throwIfAborted()
  } finally {
    release()
  }
}

/** The newest that match, oldest first. */
function lastOf(
  traffic: Traffic,
  tail: number,
  match: (kept: KeptRequest) => RequestRecord | undefined,
): RequestRecord[] {
  const found: RequestRecord[] = []
  const { requests } = traffic.requests.since(0)
  for (let place = requests.length - 1; place >= 0 && found.length < tail; place -= 1) {
    const kept = requests[place]
    const record = kept && match(kept)
    if (record) found.push(record)
  }
  return found.reverse()
}

/** Whoever is gone by now can still be named in full. */
function wanted(names: readonly string[], members: Members, project: string): Selection['wants'] {
  if (names.length === 0) return () => true
  const { current, indexOf } = members
  const containers = new Set(
    names.flatMap((name) => {
      if (name === CADDY) return ['']
      if (!isKnownName(name, current)) {
        const gone = [name, `${project}-${name}`].find((full) => indexOf(full) !== null)
        if (gone !== undefined) return [gone]
      }
      return matchNames([name], current, project).map((member) => member.name)
    }),
  )
  return (upstream) => containers.has(upstream)
}
