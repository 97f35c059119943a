import type { Strategy } from './candidate.ts'
import { parseHost } from './endpoint.ts'
import { listCandidates } from './list-candidates.ts'

/** What named the endpoint, for people. */
export const CHOSEN = 'the engine chosen in the settings'

/** The engine that the user chose in Shoal itself. Its TLS files are those that a context or DOCKER_HOST has for it. */
export const userSetting: Strategy = async (surroundings) => {
  const { setting } = surroundings
  if (setting === undefined || setting === '') return undefined
  const chosen = parseHost(setting, CHOSEN)
  const known = (await listCandidates(surroundings)).find(({ endpoint }) => endpoint.host === chosen.host)
  return { named: true, candidates: [{ source: CHOSEN, endpoint: known?.endpoint ?? chosen }] }
}
