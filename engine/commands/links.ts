import { type CaddyLink, openCaddyLink } from '../caddy/link.ts'
import { StandIns } from '../caddy/stand-ins.ts'
import type { Container, Docker } from '../docker/gateway.ts'
import { LABELS } from '../project/labels.ts'
import { CADDY } from '../stack/roles.ts'

interface Known {
  readonly link: CaddyLink
  /** Undefined until the container was looked at. */
  startedAt: number | undefined
}

/** Keeps one set of connections per running Caddy process: a restarted container gets new ones. */
export class Links {
  private readonly open = new Map<string, Known>()
  private readonly docker: Docker
  /** Where Caddy is asked while none runs. */
  readonly standIns: StandIns

  constructor(docker: Docker) {
    this.docker = docker
    this.standIns = new StandIns(docker)
  }

  readonly of = (container: Container): CaddyLink => {
    const known = this.open.get(container.id)
    if (known) {
      known.startedAt ??= container.startedAt
      if (known.startedAt === container.startedAt) return known.link
      known.link.close()
    }
    const link = openCaddyLink(this.docker, container.id)
    this.open.set(container.id, { startedAt: container.startedAt, link })
    return link
  }

  /**
   * Connects to the Caddy that runs for the project in this folder, before the project is read. Resolves when Docker has
   * taken the request; never throws, since whoever needs the connection will see what is wrong.
   */
  async openAhead(directory: string): Promise<void> {
    const labels = [`${LABELS.workingDir}=${directory}`, `${LABELS.service}=${CADDY}`]
    const [id] = await this.docker.listRunning(labels).catch(() => [])
    if (id === undefined || this.open.has(id)) return
    const link = openCaddyLink(this.docker, id)
    this.open.set(id, { startedAt: undefined, link })
    await link.gate.warm()
  }

  async close(): Promise<void> {
    for (const { link } of this.open.values()) link.close()
    this.open.clear()
    await this.standIns.close()
  }
}
