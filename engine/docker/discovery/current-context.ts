import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ShoalError } from '../../../contract/errors.ts'
import type { Strategy } from './candidate.ts'
import { configFolder } from './config-folder.ts'
import { readContext } from './read-context.ts'

/** The context that `docker context use` chose. */
export const currentContext: Strategy = async (surroundings) => {
  const file = join(configFolder(surroundings), 'config.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const name = parse(text, file)
  if (name === undefined || name === '' || name === 'default') return undefined
  return { named: true, candidates: [await readContext(name, `currentContext in ${file}`, surroundings)] }
}

function parse(text: string, file: string): string | undefined {
  try {
    return nameIn(JSON.parse(text))
  } catch (cause) {
    throw new ShoalError(
      'engine-context',
      `Docker's configuration ${file} cannot be read; it was left as it is.`,
      'Repair the JSON in that file, or set DOCKER_HOST.',
      { cause },
    )
  }
}

/** Without a schema, since most users have this file and a schema takes 5 ms of every command. */
function nameIn(config: unknown): string | undefined {
  if (typeof config !== 'object' || config === null || Array.isArray(config)) throw new Error('not an object')
  const name = 'currentContext' in config ? config.currentContext : undefined
  if (name === undefined || typeof name === 'string') return name
  throw new Error('currentContext is not a text')
}
