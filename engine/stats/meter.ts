import type { Usage } from '../../contract/stats.ts'
import type { StatsSample } from '../docker/gateway.ts'
import type { Machine, Measured } from './starving.ts'

/** A running container that is looked at. */
export interface StatsSource {
  readonly id: string
  readonly name: string
  readonly service: string
  readonly index: number
  /** The cores that it may use; undefined where nothing limits them. */
  readonly cpus: number | undefined
}

export type ReadStats = (id: string, signal: AbortSignal) => AsyncIterable<StatsSample>

interface Reader {
  readonly source: StatsSource
  readonly stop: AbortController
  newest: StatsSample | undefined
}

/** Reads the stats of a changing set of containers side by side, one stream each, and keeps the newest of each. */
export class Meter {
  private readonly read: ReadStats
  private readonly readers = new Map<string, Reader>()

  constructor(read: ReadStats) {
    this.read = read
  }

  /** Opens streams of the containers that are new, and closes those of the ones that are gone. */
  follow(sources: readonly StatsSource[]): void {
    const wanted = new Set(sources.map(({ id }) => id))
    for (const id of this.readers.keys()) if (!wanted.has(id)) this.drop(id)
    for (const source of sources) if (!this.readers.has(source.id)) this.open(source)
  }

  /** Closes the stream of one container; the next `follow` that names it opens another. */
  drop(id: string): void {
    this.readers.get(id)?.stop.abort()
    this.readers.delete(id)
  }

  close(): void {
    this.follow([])
  }

  /** Whether each container that is followed has told something. */
  get complete(): boolean {
    return [...this.readers.values()].every(({ newest }) => newest !== undefined)
  }

  /** What each container used last, by service and number; one that has told nothing yet is left out. */
  measured(machine: Machine): Measured[] {
    return [...this.readers.values()]
      .flatMap(({ source, newest }): Measured[] => (newest ? [measure(source, newest, machine)] : []))
      .sort(({ usage: a }, { usage: b }) => a.service.localeCompare(b.service) || a.index - b.index)
  }

  private open(source: StatsSource): void {
    const reader: Reader = { source, stop: new AbortController(), newest: undefined }
    this.readers.set(source.id, reader)
    const pump = async () => {
      for await (const sample of this.read(source.id, reader.stop.signal)) reader.newest = sample
    }
    // A stream that breaks is opened again by the next change of the set, since its container or the engine is gone.
    pump()
      .catch(() => {})
      .finally(() => {
        if (this.readers.get(source.id) === reader) this.readers.delete(source.id)
      })
  }
}

function measure(source: StatsSource, sample: StatsSample, machine: Machine): Measured {
  const { at: _at, unreclaimable, ...used } = sample
  const { name, service, index, cpus } = source
  // An engine may give the greatest number there is for a container without a limit.
  const memoryLimit = used.memoryLimit > 0 ? Math.min(used.memoryLimit, machine.memory) : machine.memory
  const cpuLimit = Math.min(cpus ?? machine.cpus, machine.cpus) * 100
  const usage: Usage = { name, service, index, ...used, cpuLimit, memoryLimit }
  return { usage, unreclaimable }
}
