import type { Client } from '../client.ts'
import { attempt, statusOf } from '../errors.ts'
import type { Container } from '../gateway.ts'
import { toContainer } from './to-container.ts'

/** Any container by id or exact name; undefined when there is none. Docker takes id prefixes too: those don't count. */
export async function inspectContainer(client: Client, idOrName: string): Promise<Container | undefined> {
  return attempt(`looking at the container "${idOrName}"`, async () => {
    try {
      return toContainer(await client.api.getContainer(encodeURIComponent(idOrName)).inspect())
    } catch (thrown) {
      if (statusOf(thrown) === 404) return undefined
      throw thrown
    }
  })
}
