import { type LogDocker, type ReadOptions, readSource } from './read-source.ts'
import type { Sink } from './sink.ts'
import { keyOf, type LogQuery, type LogSource } from './source.ts'

export type Begin = Pick<ReadOptions, 'tail' | 'since' | 'caughtUp'>

interface ReadersOptions<S extends Sink> {
  readonly follow: boolean
  /** Lines that are taken; all without. */
  readonly matches: ((text: string) => boolean) | undefined
  readonly query: Pick<LogQuery, 'signal' | 'watchSources'>
  readonly sinkFor: (source: LogSource) => S
  /** Called when a reader ended or failed. */
  readonly changed: () => void
}

/** The logs that are read at the moment, each into a sink of its own. */
export class Readers<S extends Sink> {
  readonly sinks = new Map<string, S>()
  /** Fires when reading is over, for whatever reason. */
  readonly signal: AbortSignal
  readonly #docker: LogDocker
  readonly #options: ReadersOptions<S>
  readonly #end = new AbortController()
  readonly #running = new Set<Promise<void>>()
  #failure: { readonly error: unknown } | undefined

  constructor(docker: LogDocker, options: ReadersOptions<S>) {
    const { signal } = options.query
    this.#docker = docker
    this.#options = options
    this.signal = signal === undefined ? this.#end.signal : AbortSignal.any([signal, this.#end.signal])
  }

  /** Whether a reader failed. */
  get failed(): boolean {
    return this.#failure !== undefined
  }

  /** Whether more may come. Throws what a reader failed with. */
  get busy(): boolean {
    if (this.#failure !== undefined) throw this.#failure.error
    return this.#running.size > 0
  }

  /** Reads these logs; with `follow`, those that come later too. */
  start(sources: readonly LogSource[], begin: (source: LogSource) => Begin): void {
    for (const source of sources) this.#open(source, begin(source))
    const { follow, query } = this.#options
    if (follow && query.watchSources !== undefined) this.#run(this.#watch(query.watchSources))
  }

  async close(): Promise<void> {
    this.#end.abort()
    for (const sink of this.sinks.values()) sink.close()
    await Promise.all(this.#running)
  }

  #open(source: LogSource, begin: Begin): void {
    const { follow, matches, sinkFor, query } = this.#options
    const sink = sinkFor(source)
    this.sinks.set(keyOf(source), sink)
    const resumes = follow && query.watchSources !== undefined
    this.#run(readSource(this.#docker, sink, { ...begin, follow, matches, resumes, signal: this.signal }))
  }

  async #watch(watchSources: NonNullable<LogQuery['watchSources']>): Promise<void> {
    for await (const current of watchSources(this.signal)) this.#update(current)
    this.#update([])
  }

  /** Opens what is new from its beginning, wakes what is still there, and lets what is gone run out. */
  #update(current: readonly LogSource[]): void {
    const keys = new Set(current.map(keyOf))
    for (const sink of this.sinks.values()) {
      sink.gone = !keys.has(keyOf(sink.source))
      sink.more.ring()
    }
    for (const source of current) if (!this.sinks.has(keyOf(source))) this.#open(source, { tail: 'all' })
  }

  #run(work: Promise<void>): void {
    const watched: Promise<void> = work
      .catch((error: unknown) => {
        this.#failure ??= { error }
      })
      .finally(() => {
        this.#running.delete(watched)
        this.#options.changed()
      })
    this.#running.add(watched)
  }
}
