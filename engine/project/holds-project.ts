import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The names under which Compose finds a project, in its order. */
export const COMPOSE_NAMES: readonly string[] = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
]

/** Whether a folder has a compose file under one of its usual names. */
export function holdsProject(directory: string): boolean {
  return COMPOSE_NAMES.some((name) => existsSync(join(directory, name)))
}
