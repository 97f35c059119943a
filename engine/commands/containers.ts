import type { Container, Docker } from '../docker/gateway.ts'
import { LABELS, parseInstanceLabels } from '../project/labels.ts'

/** A container of a project, with what its labels say it is. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly service: string
  readonly index: number
  readonly container: Container
}

/** The containers of a project that belong to its services, in the order of service and number. */
export async function listMembers(docker: Docker, project: string): Promise<Member[]> {
  const containers = await docker.listContainers([`${LABELS.project}=${project}`])
  return containers
    .flatMap((container): Member[] => {
      const labels = parseInstanceLabels(container.labels)
      if (!labels || labels.oneOff) return []
      return [
        { id: container.id, name: container.name, service: labels.service, index: labels.number, container },
      ]
    })
    .sort((a, b) => a.service.localeCompare(b.service) || a.index - b.index)
}
