import type { CallOutput } from '../../contract/calls.ts'
import { askCandidates } from '../docker/ask-candidates.ts'
import { surroundings } from '../docker/discovery/surroundings.ts'
import type { Host } from './host.ts'

/** Which Docker was found, where, and what was tried before it. */
export async function findEngine(host: Host): Promise<CallOutput<'engine.find'>> {
  const { docker, source, attempts } = await host.connector.connect()
  const { name, version, host: endpoint } = await docker.about()
  return { engine: { name, version, host: endpoint }, source, attempts: [...attempts] }
}

/** Every endpoint that the user may choose, each asked. */
export async function findCandidates(host: Host): Promise<CallOutput<'engine.candidates'>> {
  const { engine } = await host.userSettings.get()
  const setting = engine ?? undefined
  return { candidates: await askCandidates(surroundings({ environment: host.environment, setting })) }
}
