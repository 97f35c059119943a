import { join } from 'node:path'
import type { Surroundings } from './surroundings.ts'

/** Where Docker's command line keeps its configuration. */
export function configFolder({ environment, home }: Surroundings): string {
  const folder = environment.DOCKER_CONFIG
  return folder === undefined || folder === '' ? join(home, '.docker') : folder
}
