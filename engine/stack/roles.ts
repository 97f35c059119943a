import { ShoalError } from '../../contract/errors.ts'
import type { Project, Service } from '../project/model.ts'

/** The service that is scaled: each of its containers is an instance. */
export const APP = 'app'
/** The service in front of the instances. */
export const CADDY = 'caddy'

/** Checks that the project has what Shoal needs. Throws `project-invalid`. */
export function requireRoles(project: Project): { app: Service; caddy: Service } {
  const app = project.services[APP]
  const caddy = project.services[CADDY]
  if (app && caddy) return { app, caddy }
  throw new ShoalError(
    'project-invalid',
    `${project.files[0] ?? project.directory} has no service "${app ? CADDY : APP}"; nothing was changed.`,
    `Shoal runs projects with a service "${CADDY}" in front of a service "${APP}": see \`shoal init DIR\` for one.`,
  )
}
