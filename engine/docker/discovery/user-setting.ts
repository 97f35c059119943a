import type { Strategy } from './candidate.ts'
import { parseHost } from './endpoint.ts'

/** The engine that the user chose in Shoal itself. */
export const userSetting: Strategy = async ({ setting }) => {
  if (setting === undefined || setting === '') return undefined
  const source = 'the engine chosen in the settings'
  return { named: true, candidates: [{ source, endpoint: parseHost(setting, source) }] }
}
