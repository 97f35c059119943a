import type { Strategy } from './candidate.ts'
import { parseHost } from './endpoint.ts'
import { listCandidates } from './list-candidates.ts'

/** The engine that the user chose in Shoal itself. Its TLS files are those that a context or DOCKER_HOST has for it. */
export const userSetting: Strategy = async (surroundings) => {
  const { setting } = surroundings
  if (setting === undefined || setting === '') return undefined
  const source = 'the engine chosen in the settings'
  const { host } = parseHost(setting, source)
  const known = (await listCandidates(surroundings)).find(({ endpoint }) => endpoint.host === host)
  return { named: true, candidates: [{ source, endpoint: known?.endpoint ?? parseHost(setting, source) }] }
}
