import type { Client } from '../client.ts'
import { attempt, statusOf } from '../errors.ts'
import { shortId } from './start-container.ts'

/**
 * SIGTERM (or the container's own stop signal), then SIGKILL after `grace` milliseconds, which Docker rounds to seconds.
 * Stopped or gone already is success.
 */
export async function stopContainer(client: Client, id: string, grace: number): Promise<void> {
  await attempt(`stopping the container ${shortId(id)}`, async () => {
    try {
      await client.api.getContainer(id).stop({ t: Math.ceil(grace / 1000) })
    } catch (thrown) {
      const status = statusOf(thrown)
      if (status !== 304 && status !== 404) throw thrown
    }
  })
}
