import type { ShoalError } from '../../contract/errors.ts'
import type { AccessPosition } from '../caddy/feed-script.ts'
import { AccessReader, type ReaderSource } from './reader.ts'
import { Traffic } from './traffic.ts'

/** Somebody's share of the one reader. */
export interface TrafficLease {
  readonly traffic: Traffic
  /** Fires, with the reason, when the log is read no more. */
  readonly lost: AbortSignal
  release(): void
}

/** Milliseconds for which the log is read on when nobody watches: going from one screen to another costs nothing. */
const LINGER = 30_000

interface Running {
  readonly source: ReaderSource
  readonly stop: AbortController
  readonly lost: AbortController
}

/**
 * One reader of a project's access log for everybody who watches. It starts with the first, and ends some time after the
 * last; then what it kept is dropped, since the log itself tells it again.
 */
export class SharedTraffic {
  readonly #linger: number
  #traffic = new Traffic()
  #positions = new Map<string, AccessPosition>()
  #running: Running | undefined
  #users = 0
  #timer: NodeJS.Timeout | undefined

  constructor(linger = LINGER) {
    this.#linger = linger
  }

  /** A share in the reader, which is started when none runs on this engine. */
  lease(source: ReaderSource): TrafficLease {
    clearTimeout(this.#timer)
    if (this.#running && !isSame(this.#running.source, source)) this.close()
    this.#running ??= this.#start(source)
    this.#users += 1
    let held = true
    return {
      traffic: this.#traffic,
      lost: this.#running.lost.signal,
      release: () => {
        if (!held) return
        held = false
        this.#users -= 1
        if (this.#users > 0) return
        this.#timer = setTimeout(() => this.close(), this.#linger)
        this.#timer.unref()
      },
    }
  }

  /** Ends the reader and drops what it kept. */
  close(): void {
    clearTimeout(this.#timer)
    this.#end()
    this.#traffic = new Traffic()
    this.#positions = new Map()
  }

  #start(source: ReaderSource): Running {
    const running = { source, stop: new AbortController(), lost: new AbortController() }
    const reader = new AccessReader(source, this.#traffic, this.#positions)
    reader.run(running.stop.signal).then(
      () => running.lost.abort(),
      (error: ShoalError) => {
        if (this.#running === running) this.#running = undefined
        running.lost.abort(error)
      },
    )
    return running
  }

  #end(): void {
    this.#running?.stop.abort()
    this.#running = undefined
  }
}

function isSame(a: ReaderSource, b: ReaderSource): boolean {
  return a.docker === b.docker && a.labels.join() === b.labels.join()
}
