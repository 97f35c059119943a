import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ShoalError } from '../../../contract/errors.ts'
import type { Strategy } from './candidate.ts'
import { configFolder } from './config-folder.ts'
import { readContext } from './read-context.ts'

const config = z.object({ currentContext: z.string().optional() })

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
    return config.parse(JSON.parse(text)).currentContext
  } catch (cause) {
    throw new ShoalError(
      'engine-context',
      `Docker's configuration ${file} cannot be read; it was left as it is.`,
      'Repair the JSON in that file, or set DOCKER_HOST.',
      { cause },
    )
  }
}
