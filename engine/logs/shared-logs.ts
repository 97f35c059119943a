import type { Happening } from '../../contract/happenings.ts'
import type { LogBatch, LogSearch } from '../../contract/logs.ts'
import { Bell } from './bell.ts'
import type { LogDocker } from './read-source.ts'
import { Readers } from './readers.ts'
import { exportText } from './record/export-text.ts'
import { Cursor } from './ring/cursor.ts'
import { Feed, type FeedSink } from './ring/feed.ts'
import type { Passage } from './ring/passage.ts'
import { Ring, type RingLimits } from './ring/ring.ts'
import { breathe } from './search/breathe.ts'
import { Searcher } from './search/searcher.ts'
import { Sieve } from './search/sieve.ts'
import type { LogQuery, LogSource } from './source.ts'
import { looksInto, type View } from './view.ts'

/** Lines that a reader gets at a time: some 400 kB on the wire. */
const BATCH = 2_000
/** Lines that a search looks at between two rests. */
const STEP = 8_192
/** Characters of an export that are handed on at a time. */
const PIECE = 256 * 1024
/** What is kept of all logs of a project together. */
const LIMITS: RingLimits = { lines: 100_000, bytes: 32 * 1024 * 1024 }
/** Lines of each log that are read when they are first needed. */
const HISTORY = 10_000

/** Where the happenings of the project are kept, like one more log. */
const EVENTS: LogSource = { id: 'events', name: '', service: '', index: 0, events: true }

interface SharedOptions {
  readonly limits?: RingLimits
  /** Lines of each log that are read at first; less when all together would not fit into the ring. */
  readonly history?: number
  readonly watchSources?: NonNullable<LogQuery['watchSources']>
}

export interface FollowQuery extends View {
  /** Lines per log from its end. */
  readonly tail: number
  /** Goes on behind this place, if the ring still knows it. */
  readonly after?: number | undefined
  readonly signal?: AbortSignal
}

export interface SearchQuery extends View {
  readonly limit: number
  readonly before?: number | undefined
  readonly after?: number | undefined
  readonly signal?: AbortSignal
}

export interface ExportQuery extends View {
  readonly format: 'text' | 'json'
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly signal?: AbortSignal
}

/**
 * The logs of a project in one ring that all its readers share: each container's log is read once, however many look at it. A
 * container that restarts or comes anew is read on without a lost or doubled line. Throws, to whoever reads, what reading
 * throws.
 */
export class SharedLogs {
  readonly #ring: Ring
  readonly #feed: Feed
  readonly #readers: Readers<FeedSink>
  readonly #searcher = new Searcher()
  readonly #bells = new Set<Bell>()

  constructor(docker: LogDocker, sources: readonly LogSource[], options: SharedOptions = {}) {
    const { limits = LIMITS, history = HISTORY, watchSources } = options
    const ring = () => {
      this.#forget()
      for (const bell of this.#bells) bell.ring()
    }
    this.#ring = new Ring(limits)
    this.#feed = new Feed(this.#ring, ring)
    const caughtUp = this.#feed.expect(sources.length)
    this.#readers = new Readers<FeedSink>(docker, {
      follow: true,
      matches: undefined,
      query: watchSources === undefined ? {} : { watchSources },
      sinkFor: (source) => this.#feed.sinkFor(source),
      changed: ring,
    })
    const share = Math.floor(limits.lines / Math.max(1, sources.length))
    this.#readers.start(sources, () => ({ tail: Math.min(history, share), caughtUp }))
  }

  /** Whether reading went wrong, so that nothing will come any more. */
  get failed(): boolean {
    return this.#readers.failed
  }

  /** Puts what happened to a container among the lines of its time. */
  happened(happening: Happening): void {
    const entry = { time: happening.at, nanos: 0, stamp: '', stream: 'stdout' as const }
    this.#feed.put(this.#ring.strandOf(EVENTS), { ...entry, text: JSON.stringify(happening) })
  }

  /**
   * The last records at once (an empty batch where there are none), then those that come, every 50 ms and in order within
   * 100 ms. Whoever is slower than the containers misses the oldest lines and is told how many. Ends quietly with the signal.
   * Throws `usage` for an expression that is malformed or takes too long.
   */
  async *follow({ tail, after, signal, ...view }: FollowQuery): AsyncGenerator<LogBatch, void, undefined> {
    const sieve = new Sieve(view, this.#searcher)
    const bell = this.#listen(signal)
    try {
      if (!(await this.#caughtUp(bell, signal))) return
      const known = after !== undefined && after >= this.#ring.begin
      const cursor = this.#cursor(view, known ? { after } : { tail })
      for (let first = true; !signal?.aborted; ) {
        const { busy } = this.#readers
        const { passages, skipped } = cursor.take(BATCH)
        const passed = await sieve.pass(passages)
        if (signal?.aborted) return
        if (first || passed.length > 0 || skipped > 0) {
          yield { records: passed.map((passage) => passage.record()), skipped, anew: first && !known }
          first = false
        } else if (passages.length > 0 || cursor.hasMore) continue
        else if (!busy && this.#feed.idle) return
        else await bell.wait()
      }
    } finally {
      this.#bells.delete(bell)
    }
  }

  /** Goes through the whole ring. Throws `usage` for an expression that is malformed or takes too long. */
  async search({ limit, before, after, signal, ...view }: SearchQuery): Promise<LogSearch> {
    const matches: Passage[] = []
    let [searched, oldest] = [0, null as number | null]
    for await (const { passages, passed } of this.#all(view, signal)) {
      for (const { rest } of passages) searched += rest.length + 1
      oldest ??= passages[0]?.place ?? null
      matches.push(...passed)
    }
    const end = before === undefined ? matches.length : countUntil(matches, before)
    const begin = after === undefined ? 0 : countUntil(matches, after + 1)
    const [from, to] =
      before === undefined && after !== undefined
        ? [begin, Math.min(matches.length, begin + limit)]
        : [Math.max(begin, end - limit), end]
    return {
      matches: matches.slice(from, to).map((passage) => passage.record()),
      total: matches.length,
      earlier: from,
      later: matches.length - to,
      searched,
      oldest,
    }
  }

  /** What is in the ring, as pieces of text that end with a line. */
  async *export({ format, from, to, signal, ...view }: ExportQuery): AsyncGenerator<string, void, undefined> {
    let piece = ''
    for await (const { passed } of this.#all(view, signal))
      for (const passage of passed) {
        const { place } = passage
        if (place < (from ?? 0) || place > (to ?? Number.POSITIVE_INFINITY)) continue
        const record = passage.record()
        piece += `${format === 'json' ? JSON.stringify(record) : exportText(record)}\n`
        if (piece.length < PIECE) continue
        yield piece
        piece = ''
      }
    if (piece !== '') yield piece
  }

  async close(): Promise<void> {
    await this.#readers.close()
    this.#feed.close()
    await this.#searcher.close()
    for (const bell of this.#bells) bell.ring()
  }

  /** All that is in the ring now, step by step. */
  async *#all(
    view: View,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<{ passages: readonly Passage[]; passed: readonly Passage[] }> {
    const sieve = new Sieve(view, this.#searcher)
    const bell = this.#listen(signal)
    try {
      if (!(await this.#caughtUp(bell, signal))) return
      const { last } = this.#ring
      const cursor = this.#cursor(view, { tail: Number.POSITIVE_INFINITY })
      const rest = breathe()
      while (!signal?.aborted) {
        const { passages } = cursor.take(STEP)
        if (passages.length === 0 || (passages[0]?.place ?? 0) > last) return
        yield { passages, passed: await sieve.pass(passages) }
        await rest()
      }
    } finally {
      this.#bells.delete(bell)
    }
  }

  #cursor(view: View, begin: ConstructorParameters<typeof Cursor>[2]): Cursor {
    return new Cursor(this.#ring, (source) => looksInto(view, source), begin)
  }

  #listen(signal: AbortSignal | undefined): Bell {
    const bell = new Bell()
    this.#bells.add(bell)
    signal?.addEventListener('abort', () => bell.ring(), { once: true })
    return bell
  }

  /** Waits for what was written before. Returns false when there is nothing to read any more. */
  async #caughtUp(bell: Bell, signal: AbortSignal | undefined): Promise<boolean> {
    for (; !this.#feed.caughtUp && !signal?.aborted; await bell.wait()) if (!this.#readers.busy) return false
    return !signal?.aborted
  }

  #forget(): void {
    for (const [key, sink] of this.#readers.sinks)
      if (sink.gone && sink.state === 'ended') this.#readers.sinks.delete(key)
  }
}

/** How many passages come before a place. */
function countUntil(passages: readonly Passage[], place: number): number {
  const at = passages.findIndex((passage) => passage.place >= place)
  return at < 0 ? passages.length : at
}
