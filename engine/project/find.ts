import { existsSync } from 'node:fs'
import { basename, delimiter, join, resolve } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'
import { COMPOSE_NAMES } from './holds-project.ts'
import type { Lookup } from './template/substitute.ts'

const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
]

/**
 * The compose files of a project folder, base first, then the override file: by Compose's names and order, or those
 * that COMPOSE_FILE names (relative to the project folder).
 *
 * @throws ShoalError `project-not-found`
 */
export function findComposeFiles(directory: string, lookup: Lookup, warn: (text: string) => void): string[] {
  const named = lookup('COMPOSE_FILE')
  if (named !== undefined) return namedFiles(directory, named, lookup('COMPOSE_PATH_SEPARATOR') || delimiter)
  const files = [first(directory, COMPOSE_NAMES, warn), first(directory, OVERRIDES, warn)]
  if (files[0] === undefined)
    throw new ShoalError(
      'project-not-found',
      `${directory} holds no compose file; nothing was changed.`,
      'Choose a folder with a compose.yaml, or make one with "shoal init DIR".',
    )
  return files.filter((file) => file !== undefined)
}

function first(
  directory: string,
  names: readonly string[],
  warn: (text: string) => void,
): string | undefined {
  const found = names.filter((name) => existsSync(join(directory, name)))
  const [winner] = found
  if (winner === undefined) return undefined
  if (found.length > 1) warn(`Found ${found.join(' and ')}; using ${winner}.`)
  return join(directory, winner)
}

function namedFiles(directory: string, named: string, separator: string): string[] {
  const files = named.split(separator).map((file) => resolve(directory, file))
  const missing = files.find((file) => !existsSync(file))
  if (missing !== undefined)
    throw new ShoalError(
      'project-not-found',
      `COMPOSE_FILE names ${basename(missing)}, which does not exist; nothing was changed.`,
      'Correct COMPOSE_FILE, or unset it.',
    )
  return files
}
