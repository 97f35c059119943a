import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '../client.ts'
import { attempt, statusOf } from '../errors.ts'
import { inspectContainer } from './inspect-container.ts'
import { shortId } from './start-container.ts'

/** How often to look whether a removal that somebody else began is over, in milliseconds. */
const LOOK_AGAIN = 50
/** How long to wait for it, in milliseconds. A removal takes long when the container's disk is large. */
const PATIENCE = 60_000

/**
 * Removes a container, with its anonymous volumes. Gone already is success; when another client is removing it, waits
 * until it is gone, so that its name is free when this returns.
 */
export async function removeContainer(
  client: Client,
  id: string,
  options: { force?: boolean } = {},
): Promise<void> {
  await attempt(`removing the container ${shortId(id)}`, async () => {
    try {
      await client.api.getContainer(id).remove({ v: true, force: options.force ?? false })
    } catch (thrown) {
      if (statusOf(thrown) === 404) return
      if (!isBeingRemoved(thrown)) throw thrown
      const deadline = Date.now() + PATIENCE
      while ((await inspectContainer(client, id)) !== undefined) {
        if (Date.now() > deadline) throw thrown
        await sleep(LOOK_AGAIN)
      }
    }
  })
}

function isBeingRemoved(thrown: unknown): boolean {
  return statusOf(thrown) === 409 && thrown instanceof Error && /already in progress/.test(thrown.message)
}
