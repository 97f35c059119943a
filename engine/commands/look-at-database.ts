import type { Database } from '../../contract/database.ts'
import { ShoalError } from '../../contract/errors.ts'
import { countSlots } from '../caddy/balance.ts'
import { groupClients, nameQueries } from '../database/clients.ts'
import { findDatabase } from '../database/find.ts'
import { poolSizeOf } from '../database/pool-size.ts'
import { projectPool } from '../database/project-pool.ts'
import { NoAnswer, openPsql, type Psql } from '../database/psql.ts'
import { type Answer, readAnswer } from '../database/question.ts'
import { Scarce } from '../database/warnings.ts'
import type { Docker } from '../docker/gateway.ts'
import { loadProject } from '../project/load.ts'
import { APP } from '../stack/roles.ts'
import { listMembers, type Member } from './containers.ts'
import type { Host } from './host.ts'
import { readCaddyfile } from './view.ts'

/** What of a project is not PostgreSQL's own word. */
interface Surroundings {
  /** Those that run. */
  readonly members: readonly Member[]
  readonly service: string
  readonly reason: string
  readonly hint: string
  /** PostgreSQL's container, when it runs. */
  readonly container: Member | undefined
  readonly environment: Readonly<Record<string, string>>
  readonly slots: number
}

/** Looks at a project's PostgreSQL again and again, over one psql that stays open in between. */
export class DatabaseLook {
  private readonly docker: Docker
  private readonly around: () => Promise<Surroundings>
  private readonly onEnd: () => void
  private readonly scarce = new Scarce()
  private surroundings: Promise<Surroundings> | undefined
  private psql: { readonly container: string; readonly open: Psql } | undefined
  /** The most connections that one instance was seen with. */
  private observed = 0

  /** `onEnd` is called when psql ends by itself: PostgreSQL stops, or was restarted. */
  constructor(host: Host, docker: Docker, directory: string, onEnd: () => void = () => {}) {
    this.docker = docker
    this.around = () => lookAround(host, docker, directory)
    this.onEnd = onEnd
  }

  /** Containers or files changed: they are read again. */
  forget(): void {
    this.surroundings = undefined
  }

  /** Throws what reading the project throws, and `engine-lost`. */
  async see(): Promise<Database> {
    this.surroundings ??= this.around()
    const around = await this.surroundings.catch((error: unknown) => {
      this.forget()
      throw error
    })
    const { service, container } = around
    const known = { ...NOTHING, at: Date.now(), service, container: container?.name ?? '' }
    if (!container) return { ...known, state: 'absent', reason: around.reason, hint: around.hint }
    try {
      const psql = await this.reach(container.id)
      const answer = readAnswer(await psql.ask())
      return { ...known, ...this.tell(answer, around, container.name) }
    } catch (error) {
      this.close()
      return { ...known, state: 'silent', ...whyOf(error) }
    }
  }

  close(): void {
    this.psql?.open.close()
    this.psql = undefined
  }

  private async reach(container: string): Promise<Psql> {
    if (this.psql && this.psql.container === container) return this.psql.open
    this.close()
    const open = await openPsql(this.docker, container)
    const psql = { container, open }
    this.psql = psql
    void open.ended.then(() => {
      if (this.psql !== psql) return
      this.psql = undefined
      this.onEnd()
    })
    return open
  }

  private tell(
    answer: Answer,
    { members, environment, slots, service }: Surroundings,
    container: string,
  ): Partial<Database> & Pick<Database, 'state'> {
    const { version, database, size, startedAt, max, reserved } = answer
    const addressed = members.map(({ name, service, index, container }) => ({
      name,
      service,
      index,
      addresses: Object.values(container.networks).filter(Boolean),
    }))
    const clients = groupClients(answer.clients, addressed, APP)
    const used = clients.reduce((sum, { connections }) => sum + connections, 0)
    const ofApp = clients.filter((client) => client.service === APP)
    this.observed = Math.max(this.observed, ...ofApp.map(({ connections }) => connections))
    const connections = { max, reserved, used, clients }
    const pool = projectPool({
      configured: poolSizeOf(environment),
      observed: this.observed,
      available: Math.max(0, max - reserved),
      others: used - ofApp.reduce((sum, client) => sum + client.connections, 0),
      max: slots,
    })
    const scale = members.filter((one) => one.service === APP).length
    return {
      state: 'answering',
      server: { version, database, size, startedAt },
      connections,
      queries: nameQueries(answer.queries, addressed),
      pool,
      warnings: this.scarce.look({ at: Date.now(), container, service, connections, pool, scale }),
    }
  }
}

/** Throws what is no matter of PostgreSQL. */
function whyOf(error: unknown): { reason: string; hint: string } {
  if (error instanceof NoAnswer) return { reason: error.reason, hint: error.hint }
  if (error instanceof ShoalError && error.code === 'container-failed')
    return {
      reason: 'Its container takes no commands: it is starting, stopping or paused.',
      hint: 'Look at its log if that stays so.',
    }
  throw error
}

const NOTHING = {
  reason: '',
  hint: '',
  server: null,
  connections: null,
  queries: [],
  pool: null,
  warnings: [],
}

const RUNNING: ReadonlySet<string> = new Set(['running', 'paused'])

async function lookAround(host: Host, docker: Docker, directory: string): Promise<Surroundings> {
  const project = await loadProject(directory, { environment: host.environment })
  const [members, caddyfile] = await Promise.all([
    listMembers(docker, project.name),
    readCaddyfile(directory),
  ])
  const services = Object.values(project.services)
  const running = members.filter(({ container }) => RUNNING.has(container.state))
  const app = running.find(({ service }) => service === APP)
  const environment = app?.container.env ?? project.services[APP]?.environment ?? {}
  const found = findDatabase(services, environment)
  const container = running.find(({ service }) => service === found.service)
  return {
    members: running,
    service: found.service ?? '',
    reason: found.service === undefined ? found.reason : `${found.service} does not run.`,
    hint: found.service === undefined ? found.hint : `Start it: shoal start ${found.service}`,
    container,
    environment,
    slots: countSlots(caddyfile),
  }
}
