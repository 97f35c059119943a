import { ShoalError } from '../../contract/errors.ts'
import type { Attempt } from '../../contract/models.ts'
import type { Docker } from '../docker/gateway.ts'
import type { Connection } from './host.ts'
import { Links } from './links.ts'

/** An engine that answered, and where it was looked for. */
export interface Found {
  readonly docker: Docker
  readonly source: string
}

export interface ConnectorParts {
  /** Looks for Docker. Tells what was tried, also when that found nothing and it throws. */
  readonly search: (onTried: (attempts: readonly Attempt[]) => void) => Promise<Found>
  /** Resolves when no command runs that may still use a connection. */
  readonly whenIdle: () => Promise<unknown>
}

/**
 * Looks for Docker when it is first needed and keeps what it found. A search that failed is made again the next time, and
 * so is one whose engine may be gone, so that a user who starts Docker (again) need not start Shoal again.
 */
export class Connector {
  readonly #parts: ConnectorParts
  #current: { readonly connection: Connection; readonly end: AbortController } | undefined
  #doubted = false
  #search: Promise<Connection> | undefined
  #moved = new AbortController()
  /** What the last search tried. */
  attempts: readonly Attempt[] = []

  constructor(parts: ConnectorParts) {
    this.#parts = parts
  }

  /** Fires at the next `reset`. */
  get moved(): AbortSignal {
    return this.#moved.signal
  }

  async connect(): Promise<Connection> {
    if (this.#current && !this.#doubted) return this.#current.connection
    this.#search ??= this.#look().finally(() => {
      this.#search = undefined
    })
    return await this.#search
  }

  /** Something found the engine gone: whoever needs it next looks for it again. */
  doubt(): void {
    this.#doubted = true
  }

  /** Another engine was chosen: every stream over the old one ends, and the next need looks for the new one. */
  reset(): void {
    this.#retire()
    this.#moved.abort()
    this.#moved = new AbortController()
  }

  async close(): Promise<void> {
    const connection = this.#current?.connection
    this.#current = undefined
    if (connection) await letGo(connection)
  }

  async #look(): Promise<Connection> {
    const { moved } = this
    this.#doubted = false
    try {
      const { docker, source } = await this.#parts.search((attempts) => {
        this.attempts = attempts
      })
      if (moved.aborted) {
        docker.close()
        return await this.#look()
      }
      return await this.#take(docker, source)
    } catch (error) {
      if (moved.aborted) return await this.#look()
      this.#doubted = true
      throw error
    }
  }

  /** Keeps the connection there is when it leads to the same engine: its streams and tunnels reconnect by themselves. */
  async #take(docker: Docker, source: string): Promise<Connection> {
    const known = this.#current?.connection
    if (known && (await isSame(known.docker, docker))) {
      docker.close()
      return known
    }
    this.#retire()
    const end = new AbortController()
    const connection = {
      docker,
      links: new Links(docker),
      source,
      attempts: this.attempts,
      lost: end.signal,
    }
    this.#current = { connection, end }
    return connection
  }

  #retire(): void {
    const old = this.#current
    if (!old) return
    this.#current = undefined
    old.end.abort(
      new ShoalError(
        'engine-lost',
        'Shoal turned to another Docker engine; what runs on the old one goes on.',
      ),
    )
    void this.#parts.whenIdle().then(() => letGo(old.connection))
  }
}

async function isSame(known: Docker, found: Docker): Promise<boolean> {
  const now = await found.about()
  // What was never asked, and cannot be any more, is not worth keeping.
  const then = await known.about().catch(() => undefined)
  return then?.host === now.host && then.apiVersion === now.apiVersion && then.version === now.version
}

async function letGo({ docker, links }: Connection): Promise<void> {
  await links.close()
  docker.close()
}
