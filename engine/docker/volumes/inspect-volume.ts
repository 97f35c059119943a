import type { Client } from '../client.ts'
import { attempt, statusOf } from '../errors.ts'
import type { Volume } from '../gateway.ts'

/** A volume by name; undefined when there is none. */
export async function inspectVolume(client: Client, name: string): Promise<Volume | undefined> {
  return attempt(`looking at the volume "${name}"`, async () => {
    try {
      const volume = await client.api.getVolume(encodeURIComponent(name)).inspect()
      return { name: volume.Name, labels: volume.Labels ?? {} }
    } catch (thrown) {
      if (statusOf(thrown) === 404) return undefined
      throw thrown
    }
  })
}
