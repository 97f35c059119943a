import type { Client } from '../client.ts'
import { attempt, statusOf } from '../errors.ts'

/** Removes a volume and its data. Gone already is success; throws `container-failed` while a container uses it. */
export async function removeVolume(client: Client, name: string): Promise<void> {
  await attempt(`removing the volume "${name}"`, async () => {
    try {
      await client.api.getVolume(encodeURIComponent(name)).remove()
    } catch (thrown) {
      if (statusOf(thrown) !== 404) throw thrown
    }
  })
}
