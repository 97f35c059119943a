import { join } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'
import { parseDotenv } from './dotenv/parse.ts'
import type { Lookup } from './template/substitute.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Variables of Compose itself that would make it read other files than Shoal edits. */
const REFUSED = ['COMPOSE_ENV_FILES', 'COMPOSE_DISABLE_ENV_FILE']

/** Looks a variable up in the process environment, then among the project's own. */
export function makeLookup(environment: Environment, own: ReadonlyMap<string, string>): Lookup {
  return (name) => (Object.hasOwn(environment, name) ? environment[name] : undefined) ?? own.get(name)
}

/**
 * The variables of a project's `.env`; none when there is no such file.
 *
 * @throws ShoalError `env-invalid`, and `project-invalid` when the environment sends Compose to other files.
 */
export async function readDotenv(
  directory: string,
  environment: Environment,
  onUnset: (name: string) => void,
  read: (path: string, shownAs: string) => Promise<string | undefined>,
): Promise<Map<string, string>> {
  for (const name of REFUSED)
    if (environment[name])
      throw new ShoalError(
        'project-invalid',
        `${name} is set, which Shoal does not follow; nothing was changed.`,
        `Unset ${name}.`,
      )
  const text = await read(join(directory, '.env'), '.env')
  return parseDotenv(text ?? '', { lookup: makeLookup(environment, new Map()), onUnset })
}
