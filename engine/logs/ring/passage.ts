import { LEVELS, type Level } from '../../../contract/levels.ts'
import type { LogRecord } from '../../../contract/logs.ts'
import { eventRecord } from '../record/event-record.ts'
import { levelOf } from '../record/level.ts'
import { structureOf } from '../record/structure.ts'
import { FLAGS } from './block.ts'
import type { Strand } from './strand.ts'

/** A record as it lies in the ring: the lines that it consists of. What it says is read when somebody wants it. */
export class Passage {
  readonly strand: Strand
  /** The numbers of its lines. */
  readonly number: number
  readonly rest: readonly number[]
  /** The line that the record begins with; another one where this is only its rest. */
  readonly head: number
  #text: string | undefined

  constructor(strand: Strand, number: number, rest: readonly number[], head: number) {
    this.strand = strand
    this.number = number
    this.rest = rest
    this.head = head
  }

  get place(): number {
    return this.strand.place(this.number)
  }

  get isEvent(): boolean {
    return this.strand.source.events === true
  }

  get text(): string {
    this.#text ??= [this.number, ...this.rest].map((number) => this.strand.text(number)).join('\n')
    return this.#text
  }

  /** What it says of itself; found once for all readers. */
  get level(): Level | null {
    if (this.isEvent) return this.record().level
    const block = this.strand.block(this.head)
    if (block === undefined) return levelOf(this.text)
    const at = this.head - block.first
    const kept = block.level(at)
    if (kept !== undefined) return LEVELS[kept - 1] ?? null
    const level = levelOf(this.head === this.number ? this.text : this.strand.text(this.head))
    block.keepLevel(at, level === null ? 0 : LEVELS.indexOf(level) + 1)
    return level
  }

  record(): LogRecord {
    const { strand, text, place } = this
    if (this.isEvent) return eventRecord(text, place)
    const { source } = strand
    const { time } = strand.stamp(this.number)
    return {
      kind: 'log',
      place,
      time,
      service: source.service,
      container: source.name,
      index: source.index,
      stream: strand.flags(this.number) & FLAGS.stderr ? 'stderr' : 'stdout',
      ...structureOf(text),
      text,
      ...(this.head === this.number ? {} : { level: this.level, continues: strand.place(this.head) }),
    }
  }
}
