import { type CaddyLink, openCaddyLink } from '../caddy/link.ts'
import type { Container, Docker } from '../docker/gateway.ts'

/** Keeps one set of connections per running Caddy process: a restarted container gets new ones. */
export class Links {
  private readonly open = new Map<string, { startedAt: number | undefined; link: CaddyLink }>()
  private readonly docker: Docker

  constructor(docker: Docker) {
    this.docker = docker
  }

  readonly of = (container: Container): CaddyLink => {
    const known = this.open.get(container.id)
    if (known && known.startedAt === container.startedAt) return known.link
    known?.link.close()
    const link = openCaddyLink(this.docker, container.id)
    this.open.set(container.id, { startedAt: container.startedAt, link })
    return link
  }

  close(): void {
    for (const { link } of this.open.values()) link.close()
    this.open.clear()
  }
}
