import { ShoalError } from '../../contract/errors.ts'
import type { Docker } from '../docker/gateway.ts'
import { LABELS } from '../project/labels.ts'
import { APP } from '../stack/roles.ts'
import { listMembers, type Member } from './containers.ts'

const CHANGES: ReadonlySet<string> = new Set(['create', 'start', 'die', 'destroy', 'rename', 'unpause'])

/** The containers of a project as they are now: looked at when something changes, not when somebody asks. */
export class Members {
  readonly #docker: Docker
  readonly #project: string
  #current: readonly Member[] = []

  constructor(docker: Docker, project: string) {
    this.#docker = docker
    this.#project = project
  }

  get current(): readonly Member[] {
    return this.#current
  }

  /** Instances that run. */
  get running(): Member[] {
    return this.#current.filter(({ service, container }) => service === APP && container.state === 'running')
  }

  /** Looks once. */
  async look(): Promise<void> {
    this.#current = await listMembers(this.#docker, this.#project)
  }

  /** Keeps looking until the signal fires. Throws `engine-lost` when Docker goes away. */
  async follow(signal: AbortSignal): Promise<void> {
    for await (const event of this.#docker.events([`${LABELS.project}=${this.#project}`], signal)) {
      if (event.kind === 'disconnected')
        throw new ShoalError(
          'engine-lost',
          'Docker went away; what was shown of its traffic may be out of date.',
          'Start Docker again.',
        )
      if (event.kind === 'container' && !CHANGES.has(event.action)) continue
      await this.look()
    }
  }

  /** The number of an instance, also of one that is gone; null for whoever is none. */
  readonly indexOf = (name: string): number | null => {
    const known = this.#current.find((member) => member.name === name)
    if (known) return known.service === APP ? known.index : null
    const prefix = `${this.#project}-${APP}-`
    const number = name.startsWith(prefix) ? name.slice(prefix.length) : ''
    return /^[1-9]\d*$/.test(number) ? Number(number) : null
  }
}
