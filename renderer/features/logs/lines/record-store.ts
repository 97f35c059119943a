import type { Shown } from './row-record.ts'

/** Records that a window keeps. */
export const CAPACITY = 100_000
/** Characters of them all: long ones leave room for fewer. */
const CHARACTERS = 64 * 1024 * 1024

/**
 * The records of a log that the window holds, in the order of their places, each under a number that it keeps. New ones
 * come at the end, and the oldest make room for them; older ones can be put before the first as long as there is room.
 */
export class RecordStore {
  readonly #capacity: number
  readonly #characters: number
  readonly #records: (Shown | undefined)[]
  #size = 0
  #first = 0
  #end = 0
  #dropped = 0
  #last = -1

  constructor(capacity = CAPACITY, characters = CHARACTERS) {
    this.#capacity = capacity
    this.#characters = characters
    this.#records = new Array(capacity)
  }

  /** The number of the oldest record. */
  get first(): number {
    return this.#first
  }

  /** The number that the next record gets. */
  get end(): number {
    return this.#end
  }

  /** Records that made room for newer ones. */
  get dropped(): number {
    return this.#dropped
  }

  get full(): boolean {
    return this.#end - this.#first >= this.#capacity || this.#size >= this.#characters
  }

  /** The place up to which everything was read; undefined before the first record. */
  get lastPlace(): number | undefined {
    return this.#last < 0 ? undefined : this.#last
  }

  /** Takes newer records; what it has already is passed over. Returns the numbers of those that others of them went on with. */
  append(records: readonly Shown[]): number[] {
    const grown: number[] = []
    for (const record of records) {
      if (record.kind !== 'note' && record.place <= this.#last) continue
      if (record.kind !== 'note') this.#last = record.place
      const number = this.#join(record)
      if (number !== undefined) grown.push(number)
      else this.#add(record)
    }
    return grown
  }

  /** Takes older records, the newest of them first, as far as there is room. Returns how many it took. */
  prepend(records: readonly Shown[]): number {
    let taken = 0
    this.#last = Math.max(this.#last, records.at(-1)?.place ?? this.#last)
    for (const record of records.toReversed()) {
      if (this.full) break
      this.#first--
      this.#set(this.#first, record)
      this.#size += record.text.length
      taken++
    }
    return taken
  }

  record(number: number): Shown | undefined {
    return number >= this.#first && number < this.#end ? this.#records[this.#index(number)] : undefined
  }

  /** The number of the first record whose place is not smaller; the end when all are. */
  numberOf(place: number): number {
    let [low, high] = [this.#first, this.#end]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if ((this.record(middle)?.place ?? 0) < place) low = middle + 1
      else high = middle
    }
    // A note has the place of what stands behind it.
    return this.record(low)?.kind === 'note' && this.record(low + 1)?.place === place ? low + 1 : low
  }

  #add(record: Shown): void {
    if (this.#end - this.#first === this.#capacity) this.#drop()
    this.#set(this.#end, record)
    this.#size += record.text.length
    this.#end++
    while (this.#size > this.#characters && this.#end - this.#first > 1) this.#drop()
  }

  /** Puts the rest of a stack, which came late, to its beginning. */
  #join(rest: Shown): number | undefined {
    if (rest.kind !== 'log' || rest.continues === undefined) return undefined
    const number = this.numberOf(rest.continues)
    const begun = this.record(number)
    if (begun?.kind !== 'log' || begun.place !== rest.continues) return undefined
    this.#set(number, { ...begun, text: `${begun.text}\n${rest.text}` })
    this.#size += rest.text.length
    return number
  }

  #drop(): void {
    this.#size -= this.record(this.#first)?.text.length ?? 0
    this.#set(this.#first, undefined)
    this.#first++
    this.#dropped++
  }

  #set(number: number, record: Shown | undefined): void {
    this.#records[this.#index(number)] = record
  }

  #index(number: number): number {
    return ((number % this.#capacity) + this.#capacity) % this.#capacity
  }
}
