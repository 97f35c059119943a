import type { Client } from '../client.ts'
import { attempt, statusOf } from '../errors.ts'

/** Removes a network. Gone already is success; throws `container-failed` while a container still uses it. */
export async function removeNetwork(client: Client, name: string): Promise<void> {
  await attempt(`removing the network "${name}"`, async () => {
    try {
      await client.api.getNetwork(encodeURIComponent(name)).remove()
    } catch (thrown) {
      if (statusOf(thrown) !== 404) throw thrown
    }
  })
}
