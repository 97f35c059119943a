import type { Client } from '../client.ts'
import { attempt, statusOf } from '../errors.ts'
import type { Container } from '../gateway.ts'
import { toContainer } from './to-container.ts'

/** What Docker allows as a name or an id. Anything else, such as `..`, would become another path of its API. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/

/** As much of an id as Docker's own lists show. */
const SHORT_ID_LENGTH = 12

/** Any container by id or exact name; undefined when there is none. Docker takes any few digits for an id: we do not. */
export async function inspectContainer(client: Client, idOrName: string): Promise<Container | undefined> {
  if (!NAME.test(idOrName)) return undefined
  const container = await attempt(`looking at the container "${idOrName}"`, async () => {
    try {
      return toContainer(await client.api.getContainer(idOrName).inspect())
    } catch (thrown) {
      if (statusOf(thrown) === 404) return undefined
      throw thrown
    }
  })
  return container !== undefined && isNamed(container, idOrName) ? container : undefined
}

function isNamed({ id, name }: Container, idOrName: string): boolean {
  return name === idOrName || (idOrName.length >= SHORT_ID_LENGTH && id.startsWith(idOrName))
}
