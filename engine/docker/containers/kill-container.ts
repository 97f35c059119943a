import type { Client } from '../client.ts'
import { attempt } from '../errors.ts'
import { shortId } from './start-container.ts'

/** Sends a signal to a container's first process. Throws `container-failed` when it does not run. */
export async function killContainer(client: Client, id: string, signal: string): Promise<void> {
  await attempt(`sending ${signal} to the container ${shortId(id)}`, () =>
    client.api.getContainer(id).kill({ signal }),
  )
}
