import { countSlots } from '../../caddy/balance.ts'
import type { Docker, Image } from '../../docker/gateway.ts'
import type { Project, Service } from '../../project/model.ts'
import { requireRoles } from '../roles.ts'
import { type ServiceSpec, serviceSpec } from './spec.ts'

/** What the project's files ask for, ready to be compared with what is there. */
export interface Wanted {
  readonly project: Project
  readonly app: Service
  readonly caddy: Service
  readonly specs: Readonly<Record<string, ServiceSpec>>
  /** What each service's image reference means now; undefined while it is missing. */
  readonly images: Readonly<Record<string, Image | undefined>>
  /** Services whose image must be built, with the reason. */
  readonly builds: Readonly<Record<string, string>>
  /** How many slots the Caddyfile has. */
  readonly slots: number
}

/** Marks an image with the build context it was made from. */
export const CONTEXT_LABEL = 'dev.shoal.context'

/** The digest of a service's build context. */
export type Fingerprint = (service: Service) => Promise<string>

/**
 * Compares a project with the images that are there. An image is built when it is missing, or when it is one of ours and
 * its build context changed since; one that Compose built is taken as it is.
 */
export async function want(
  project: Project,
  docker: Docker,
  caddyfile: string,
  fingerprint: Fingerprint | undefined,
): Promise<Wanted> {
  const { app, caddy } = requireRoles(project)
  const services = Object.values(project.services)
  const specs = Object.fromEntries(services.map((service) => [service.name, serviceSpec(project, service)]))
  const images: Record<string, Image | undefined> = {}
  const builds: Record<string, string> = {}
  await Promise.all(
    services.map(async (service) => {
      const image = await docker.inspectImage(service.image)
      images[service.name] = image
      if (!service.build) return
      if (!image) builds[service.name] = 'image missing'
      const known = image?.labels[CONTEXT_LABEL]
      if (known && fingerprint && (await fingerprint(service)) !== known)
        builds[service.name] = 'source changed'
    }),
  )
  return { project, app, caddy, specs, images, builds, slots: countSlots(caddyfile) }
}
