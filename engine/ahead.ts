import type { Engine } from '../contract/engine.ts'
import { type HostOptions, makeHost } from './commands/make-host.ts'

/**
 * Builds the engine for a command that is about to look at the project in `directory`. Docker takes 50 to 80 ms to open the
 * way into Caddy, so that is asked for first, and most of the engine's code is loaded meanwhile.
 */
export async function createEngineAhead(options: HostOptions, directory: string): Promise<Engine> {
  const made = makeHost(options)
  // A failure is met, and told, by the call that needs the connection.
  await made.host.connect().then(
    ({ links }) => links.openAhead(directory),
    () => {},
  )
  const { engineOn } = await import('./engine.ts')
  return engineOn(made)
}
