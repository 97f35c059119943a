import type { Strategy } from './candidate.ts'
import { knownSockets } from './known-sockets.ts'
import { readContext } from './read-context.ts'

/** The context named by DOCKER_CONTEXT. `default` means the sockets, whatever the configuration's current context is. */
export const dockerContext: Strategy = async (surroundings) => {
  const name = surroundings.environment.DOCKER_CONTEXT
  if (name === undefined || name === '') return undefined
  if (name === 'default') return knownSockets(surroundings)
  return { named: true, candidates: [await readContext(name, 'DOCKER_CONTEXT', surroundings)] }
}
