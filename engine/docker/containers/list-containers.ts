import type { Client } from '../client.ts'
import { attempt } from '../errors.ts'
import type { Container } from '../gateway.ts'
import { inspectContainer } from './inspect-container.ts'

/**
 * Containers that carry all these labels, running or not. Each is inspected, because Docker's list knows neither exit
 * codes nor health nor environment; one that vanishes between the list and its inspection is left out.
 */
export async function listContainers(client: Client, labels: readonly string[]): Promise<Container[]> {
  const rows = await attempt('listing containers', () =>
    client.api.listContainers({ all: true, filters: { label: [...labels] } }),
  )
  const containers = await Promise.all(rows.map((row) => inspectContainer(client, row.Id)))
  return containers.filter((container) => container !== undefined)
}
