import { basename } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'

/** A name as Compose makes it fit: lower case letters, digits, `-` and `_`, starting with a letter or digit. */
export function normalizeName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '')
}

/**
 * The project's name: COMPOSE_PROJECT_NAME, else `name:` of the compose file, else that of the folder.
 *
 * @throws ShoalError `project-invalid` when COMPOSE_PROJECT_NAME is not a name, or the folder's gives none.
 */
export function projectName(
  fromEnvironment: string | undefined,
  fromFile: string | undefined,
  directory: string,
): string {
  if (fromEnvironment !== undefined && fromEnvironment !== '') {
    if (normalizeName(fromEnvironment) === fromEnvironment) return fromEnvironment
    throw new ShoalError(
      'project-invalid',
      'COMPOSE_PROJECT_NAME is not a project name; nothing was changed.',
      'Use lower case letters, digits, hyphens and underscores, starting with a letter or digit.',
    )
  }
  const name = normalizeName(fromFile === undefined || fromFile === '' ? basename(directory) : fromFile)
  if (name !== '') return name
  throw new ShoalError(
    'project-invalid',
    `The folder ${directory} gives no project name; nothing was changed.`,
    'Add "name: my-project" to the compose file.',
  )
}
