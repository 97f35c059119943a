import { randomBytes } from 'node:crypto'
import type { Docker } from '../docker/gateway.ts'

/** How long one lives; Docker removes it then, whatever became of Shoal. Seconds. */
const LIFE = 120
/** How long it is used, so that none ends in the middle of something. Milliseconds. */
const USE = 80_000

export interface StandInSpec {
  readonly image: string
  /** Caddy's own environment. Values may be secret. */
  readonly env: Readonly<Record<string, string>>
}

interface Known {
  readonly key: string
  readonly startedAt: number
  readonly container: Promise<string>
}

/**
 * Containers in which `caddy` can be run where no Caddy runs: of the same image, without a network, a volume or a port. One is
 * kept for a while, since whoever edits a Caddyfile asks again.
 */
export class StandIns {
  readonly #docker: Docker
  #known: Known | undefined

  constructor(docker: Docker) {
    this.#docker = docker
  }

  /** The id of one that runs. Throws what creating and starting a container throws. */
  async of(spec: StandInSpec): Promise<string> {
    const key = JSON.stringify(spec)
    if (this.#known?.key === key && Date.now() - this.#known.startedAt < USE)
      return await this.#known.container
    await this.close()
    const known = { key, startedAt: Date.now(), container: this.#start(spec) }
    this.#known = known
    try {
      return await known.container
    } catch (error) {
      if (this.#known === known) this.#known = undefined
      throw error
    }
  }

  /** Removes it. Never throws: what is not removed now goes by itself. */
  async close(): Promise<void> {
    const container = this.#known?.container
    this.#known = undefined
    await container?.then((id) => this.#docker.removeContainer(id, { force: true })).catch(() => {})
  }

  async #start({ image, env }: StandInSpec): Promise<string> {
    const id = await this.#docker.createContainer({
      name: `shoal-check-${randomBytes(4).toString('hex')}`,
      image,
      env,
      labels: { 'dev.shoal.check': 'caddyfile' },
      entrypoint: ['sleep'],
      command: [String(LIFE)],
      // Nothing in it listens, and an image's own health check would only cost.
      healthcheck: { test: ['NONE'] },
      networks: { none: [] },
      ports: [],
      mounts: [],
      tmpfs: [],
      extraHosts: [],
      ulimits: {},
      restart: { name: 'no', maximumRetries: 0 },
      autoRemove: true,
      stopGracePeriod: 1_000,
    })
    await this.#docker.startContainer(id)
    return id
  }
}
