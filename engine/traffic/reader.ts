import { setTimeout as sleep } from 'node:timers/promises'
import { ShoalError } from '../../contract/errors.ts'
import { followAccessFeed } from '../caddy/access-feed.ts'
import type { AccessPosition } from '../caddy/feed-script.ts'
import type { Docker } from '../docker/gateway.ts'
import type { Traffic } from './traffic.ts'

export interface ReaderSource {
  readonly docker: Pick<Docker, 'exec' | 'events' | 'listContainers'>
  /** What Caddy's containers are labelled with. */
  readonly labels: readonly string[]
}

/** Milliseconds before a log is opened again that ended while its container seems to run. */
const BREATH = 300
const CHANGES: ReadonlySet<string> = new Set(['start', 'die', 'destroy', 'unpause'])

/**
 * Reads the access logs of a project's Caddys into its traffic: those that run now, and those that come. A log that ends
 * with its container is read on where it was left, also by the next reader that gets the same `positions`.
 */
export class AccessReader {
  readonly #source: ReaderSource
  readonly #traffic: Traffic
  readonly #positions: Map<string, AccessPosition>
  /** Running Caddys, by id. */
  readonly #wanted = new Set<string>()
  readonly #reading = new Map<string, Promise<void>>()

  constructor(source: ReaderSource, traffic: Traffic, positions: Map<string, AccessPosition>) {
    this.#source = source
    this.#traffic = traffic
    this.#positions = positions
  }

  /** Reads until the signal fires. Throws `engine-lost` when Docker goes away. */
  async run(signal: AbortSignal): Promise<void> {
    const over = new AbortController()
    const until = AbortSignal.any([signal, over.signal])
    const { docker, labels } = this.#source
    try {
      for await (const event of docker.events(labels, until)) {
        if (event.kind === 'disconnected') throw lost()
        if (event.kind === 'container' && !CHANGES.has(event.action)) continue
        if (event.kind === 'container' && event.action === 'destroy') this.#positions.delete(event.id)
        const containers = await docker.listContainers(labels)
        if (until.aborted) return
        this.#follow(
          containers.filter(({ state }) => state === 'running').map(({ id }) => id),
          until,
        )
      }
    } finally {
      over.abort()
      this.#wanted.clear()
      await Promise.all(this.#reading.values())
    }
  }

  #follow(running: readonly string[], signal: AbortSignal): void {
    for (const id of this.#wanted) if (!running.includes(id)) this.#wanted.delete(id)
    for (const id of running) {
      this.#wanted.add(id)
      if (!this.#reading.has(id))
        this.#reading.set(
          id,
          this.#read(id, signal).finally(() => this.#reading.delete(id)),
        )
    }
    if (running.length === 0) this.#traffic.source = 'no-caddy'
  }

  async #read(id: string, signal: AbortSignal): Promise<void> {
    while (this.#wanted.has(id) && !signal.aborted) {
      // What breaks it is a container or an engine that went, of which the events tell.
      await this.#readOnce(id, signal).catch(() => {})
      await sleep(BREATH, undefined, { signal, ref: false }).catch(() => {})
    }
  }

  async #readOnce(id: string, signal: AbortSignal): Promise<void> {
    const { docker } = this.#source
    const traffic = this.#traffic
    let first = true
    traffic.begin()
    for await (const news of followAccessFeed(docker, id, { from: this.#positions.get(id), signal })) {
      if (news.kind === 'lines') {
        traffic.take(news.lines)
        this.#positions.set(id, news.position)
      } else if (news.kind === 'gap') traffic.miss()
      else if (news.kind === 'none') traffic.source = 'no-log'
      else {
        traffic.caughtUp(first)
        first = false
      }
    }
  }
}

function lost(): ShoalError {
  return new ShoalError(
    'engine-lost',
    'Docker went away; the access log is read on when it is back.',
    'Start Docker again.',
  )
}
