import type { Client } from '../client.ts'
import { attempt, statusOf } from '../errors.ts'

/** Starts a container. Running already is success. */
export async function startContainer(client: Client, id: string): Promise<void> {
  await attempt(`starting the container ${shortId(id)}`, async () => {
    try {
      await client.api.getContainer(id).start()
    } catch (thrown) {
      if (statusOf(thrown) !== 304) throw thrown
    }
  })
}

/** Docker's own short form of an id; names stay as they are. */
export function shortId(id: string): string {
  return /^[0-9a-f]{64}$/.test(id) ? id.slice(0, 12) : `"${id}"`
}
