import type { CallOutput, CallParams } from '../../contract/calls.ts'
import { parseHost } from '../docker/discovery/endpoint.ts'
import type { Host } from './host.ts'

/** Changes some of Shoal's own settings. Throws `engine-context` for an engine that is no address, `file-write`. */
export async function changeSettings(
  host: Host,
  change: CallParams<'settings.set'>,
): Promise<CallOutput<'settings.set'>> {
  if (change.engine) parseHost(change.engine, 'The engine')
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return await host.userSettings.set(Object.fromEntries(given))
}
