import type { CallOutput } from '../../contract/calls.ts'
import type { Host } from './host.ts'

/** Which Docker was found, where, and what was tried before it. */
export async function findEngine(host: Host): Promise<CallOutput<'engine.find'>> {
  const { docker, source, attempts } = await host.connect()
  const { name, version, host: endpoint } = await docker.about()
  return { engine: { name, version, host: endpoint }, source, attempts: [...attempts] }
}
