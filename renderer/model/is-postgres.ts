import type { ServiceStatus } from '../../contract/models.ts'

/** Whether a service is the PostgreSQL of the stack, by its own name or its image's. Pure. */
export function isPostgres({ name, image }: Pick<ServiceStatus, 'name' | 'image'>): boolean {
  return /postgres/.test(`${name} ${image}`)
}
