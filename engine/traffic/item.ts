import { setImmediate as breathe } from 'node:timers/promises'
import {
  type PackedSecond,
  packCell,
  TRAFFIC_SECONDS,
  type Traffic as TrafficItem,
  type TrafficSummary,
  type Upstream,
} from '../../contract/traffic.ts'
import { mergeTallies } from './merge.ts'
import type { StoredSecond } from './store.ts'
import type { Tally } from './tally.ts'
import type { Traffic } from './traffic.ts'

const SECOND = 1_000
/** Milliseconds after which nearly every line of a second was read. One that comes later changes the second, which is told again. */
const SETTLED = 250

/** Seconds that are packed in one go: some ten milliseconds' work. */
const AT_ONCE = 25

/** Caddy itself, in the list of those who answer. */
const CADDY: Upstream = { name: '', index: null }

export interface ItemOptions {
  /** Seconds. */
  readonly window: number
  /** Instances that run now. */
  readonly instances: readonly { readonly name: string; readonly index: number }[]
  /** An instance's number; null for whoever is none. */
  readonly indexOf: (name: string) => number | null
  /** Requests in flight now, by upstream name; undefined when Caddy can not be asked. */
  readonly inFlight: ReadonlyMap<string, number> | undefined
}

/** Makes the items of one reader: each has the seconds that the one before did not have, or had otherwise. */
export class ItemMaker {
  readonly #traffic: Traffic
  /** Revisions of the seconds that the reader has. */
  readonly #told = new Map<number, number>()

  constructor(traffic: Traffic) {
    this.#traffic = traffic
  }

  async make({ window, instances, indexOf, inFlight }: ItemOptions): Promise<TrafficItem> {
    const { seconds: store, source } = this.#traffic
    const to = Math.floor((this.#traffic.now() - SETTLED) / SECOND) * SECOND
    const from = to - window * SECOND
    const oldest = to - TRAFFIC_SECONDS * SECOND
    const kept = store.between(oldest, to)
    const fresh = kept.filter(({ at, revision }) => this.#told.get(at) !== revision)
    for (const { at, revision } of fresh) this.#told.set(at, revision)
    for (const at of this.#told.keys()) if (at < oldest) this.#told.delete(at)
    const inWindow = kept.filter(({ at }) => at >= from)
    const names = new Set([...instances.map(({ name }) => name), ...namesIn(inWindow)])
    const shown = [...names].map((name) => ({ name, index: indexOf(name) })).sort(byIndex)
    const all = [...shown, ...missing(shown, namesIn(fresh), indexOf)]
    return {
      at: Date.now(),
      source,
      sampled: Math.max(1, ...inWindow.map(({ sampled }) => sampled)),
      gap: inWindow.some(({ gap }) => gap),
      upstreams: all,
      seconds: await packSeconds(fresh, all),
      summary: { from, to, ...summarize(inWindow, shown, window, inFlight) },
    }
  }
}

function missing(
  known: readonly Upstream[],
  names: ReadonlySet<string>,
  indexOf: ItemOptions['indexOf'],
): Upstream[] {
  return [...names]
    .filter((name) => known.every((upstream) => upstream.name !== name))
    .map((name) => (name === '' ? CADDY : { name, index: indexOf(name) }))
}

/** The first item has hundreds: what else the engine does is not held up by them. */
async function packSeconds(
  seconds: readonly StoredSecond[],
  upstreams: readonly Upstream[],
): Promise<PackedSecond[]> {
  const packed: PackedSecond[] = []
  for (const second of seconds) {
    packed.push(packSecond(second, upstreams))
    if (packed.length % AT_ONCE === 0) await breathe()
  }
  return packed
}

function packSecond({ at, tallies }: StoredSecond, upstreams: readonly Upstream[]): PackedSecond {
  const cells = upstreams.flatMap(({ name }, place): PackedSecond['upstreams'] => {
    const tally = tallies.get(name)
    return tally ? [[place, packCell(mergeTallies([tally], tally.inFlight))]] : []
  })
  const all = [...tallies.values()]
  return { at, total: packCell(mergeTallies(all, sumInFlight(all))), upstreams: cells }
}

function summarize(
  seconds: readonly StoredSecond[],
  upstreams: readonly Upstream[],
  window: number,
  inFlight: ItemOptions['inFlight'],
): Pick<TrafficItem['summary'], 'total' | 'upstreams'> {
  const every = seconds.flatMap(({ tallies }) => [...tallies.values()])
  const total = mergeTallies(every, inFlight ? sum([...inFlight.values()]) : null)
  const rated = (cell: ReturnType<typeof mergeTallies>): TrafficSummary => ({
    ...cell,
    rate: cell.requests / window,
    share: total.requests === 0 ? 0 : cell.requests / total.requests,
  })
  return {
    total: rated(total),
    upstreams: upstreams.map(({ name, index }) => {
      const tallies = seconds.flatMap(({ tallies }) => tallies.get(name) ?? [])
      return { name, index, ...rated(mergeTallies(tallies, inFlight?.get(name) ?? null)) }
    }),
  }
}

function sumInFlight(tallies: readonly Tally[]): number | null {
  const counts = tallies.flatMap(({ inFlight }) => inFlight ?? [])
  return counts.length === 0 ? null : sum(counts)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}

function namesIn(seconds: readonly StoredSecond[]): Set<string> {
  return new Set(seconds.flatMap(({ tallies }) => [...tallies.keys()]))
}

/** Instances in order, then those that are none any more, then Caddy. */
function byIndex(a: Upstream, b: Upstream): number {
  return rank(a) - rank(b) || a.name.localeCompare(b.name)
}

function rank({ name, index }: Upstream): number {
  return index ?? (name === '' ? Number.POSITIVE_INFINITY : Number.MAX_SAFE_INTEGER)
}
