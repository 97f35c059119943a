import { type Surroundings, surroundings } from '../../engine/docker/discovery/surroundings.ts'
import { temporaryFolder } from './fake-engine.ts'

/** A machine with nothing on it: an empty home, no environment, nothing installed. */
export async function emptyMachine(given: Partial<Surroundings> = {}): Promise<Surroundings> {
  const home = given.home ?? (await temporaryFolder())
  return surroundings({
    platform: 'linux',
    environment: {},
    uid: 1000,
    exists: async () => false,
    ...given,
    home,
  })
}
