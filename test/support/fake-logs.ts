import { ShoalError } from '../../contract/errors.ts'
import type { Container, LogEntry, LogOptions } from '../../engine/docker/gateway.ts'
import { Bell } from '../../engine/logs/bell.ts'

/** The logs of containers that start, stop and write on command, read as the Docker gateway lets them be read. */
export class FakeLogs {
  readonly #logs = new Map<string, { entries: LogEntry[]; running: boolean }>()
  readonly #readers = new Set<Bell>()
  /** Streams that are open now. */
  open = 0
  /** Entries handed out so far. */
  delivered = 0

  write(id: string, time: number, text: string, stamp = `${time}.000000`): void {
    this.#log(id).entries.push({ time, stamp, stream: 'stdout', text })
    this.#wake()
  }

  start(id: string): void {
    this.#log(id).running = true
  }

  stop(id: string): void {
    this.#log(id).running = false
    this.#wake()
  }

  remove(id: string): void {
    this.stop(id)
    this.#logs.delete(id)
  }

  async inspectContainer(id: string): Promise<Container | undefined> {
    return this.#logs.has(id) ? ({ id } as Container) : undefined
  }

  async *logs(id: string, options: LogOptions): AsyncGenerator<LogEntry> {
    const log = this.#logs.get(id)
    if (log === undefined) throw new ShoalError('container-failed', `no such container: ${id}`)
    const bell = new Bell()
    const ring = () => bell.ring()
    options.signal?.addEventListener('abort', ring)
    this.#readers.add(bell)
    this.open++
    try {
      const isWanted = (entry: LogEntry) => entry.time >= (options.since ?? 0)
      const tail = options.tail === 'all' ? Number.POSITIVE_INFINITY : options.tail
      let skip = Math.max(0, log.entries.filter(isWanted).length - tail)
      let next = 0
      for (;;) {
        if (options.signal?.aborted) throw new ShoalError('cancelled', 'cancelled')
        const entry = log.entries[next]
        if (entry !== undefined) {
          next++
          if (!isWanted(entry) || skip-- > 0) continue
          this.delivered++
          yield entry
        } else if (!options.follow || !log.running) return
        else await bell.wait()
      }
    } finally {
      this.open--
      this.#readers.delete(bell)
      options.signal?.removeEventListener('abort', ring)
    }
  }

  async *logBatches(id: string, options: LogOptions): AsyncGenerator<LogEntry[]> {
    for await (const entry of this.logs(id, options)) yield [entry]
  }

  #log(id: string): { entries: LogEntry[]; running: boolean } {
    const log = this.#logs.get(id) ?? { entries: [], running: true }
    this.#logs.set(id, log)
    return log
  }

  #wake(): void {
    for (const bell of this.#readers) bell.ring()
  }
}
