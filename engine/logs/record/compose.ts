import type { LogRecord } from '../../../contract/logs.ts'
import type { Lane } from '../lane.ts'
import type { LogQuery } from '../source.ts'
import { eventRecord } from './event-record.ts'
import { isAtLeast } from './level.ts'
import { mentions } from './request.ts'
import { structureOf } from './structure.ts'

type Wishes = Pick<LogQuery, 'grep' | 'level' | 'request' | 'plain'>

/** Makes records of the lines that are read from lanes, and leaves out what is not asked for. */
export class Composer {
  readonly #wishes: Wishes
  #place = 0
  /** Beginnings of records that were handed on, by log and stream: what comes behind them belongs to them. */
  readonly #begun = new Map<string, { readonly place: number; readonly level: LogRecord['level'] }>()

  constructor(wishes: Wishes) {
    this.#wishes = wishes
  }

  /** The next record of a lane; undefined where it is not asked for. */
  next(lane: Lane): LogRecord | undefined {
    const { source } = lane
    const waiting = lane.shift()
    if (waiting === undefined) return undefined
    const { entry } = waiting
    const place = this.#place++
    if (source.events) return this.#wanted(eventRecord(entry.text, place))
    const { time, stream } = entry
    // Each line has to match by itself, so none is taken along with another.
    const alone = this.#wishes.grep !== undefined
    const rest = alone ? [] : lane.rest(stream)
    const text = rest.length === 0 ? entry.text : [entry, ...rest].map((one) => one.text).join('\n')
    const origin = { service: source.service, container: source.name, index: source.index }
    const said = this.#wishes.plain ? { level: null } : structureOf(text)
    const record: LogRecord = { kind: 'log', place, time, ...origin, stream, ...said, text }
    if (this.#wishes.plain) return record
    const key = `${source.id} ${stream}`
    const begun = this.#begun.get(key)
    if (waiting.continues && !alone) {
      if (begun) return { ...record, level: begun.level, continues: begun.place }
      if (this.#filters) return undefined
    }
    const wanted = this.#wanted(record)
    if (wanted) this.#begun.set(key, { place, level: record.level })
    else this.#begun.delete(key)
    return wanted
  }

  get #filters(): boolean {
    return this.#wishes.level !== undefined || this.#wishes.request !== undefined
  }

  #wanted(record: LogRecord): LogRecord | undefined {
    const { level, request } = this.#wishes
    if (level !== undefined && !isAtLeast(record.level, level)) return undefined
    if (request !== undefined && (record.kind === 'event' || !mentions(record.text, request)))
      return undefined
    return record
  }
}
