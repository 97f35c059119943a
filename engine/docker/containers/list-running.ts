import type { Client } from '../client.ts'
import { attempt } from '../errors.ts'

/** Ids of the running containers that carry all these labels, newest first, as Docker orders them. */
export async function listRunning(client: Client, labels: readonly string[]): Promise<string[]> {
  const rows = await attempt('listing containers', () =>
    client.api.listContainers({ filters: { label: [...labels] } }),
  )
  return rows.map(({ Id }) => Id)
}
