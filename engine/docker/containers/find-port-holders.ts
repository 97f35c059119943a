import type { Client } from '../client.ts'
import { attempt } from '../errors.ts'
import type { Container } from '../gateway.ts'
import { inspectContainer } from './inspect-container.ts'

/** Running containers of any project that publish this host port. A stopped container holds no port. */
export async function findPortHolders(client: Client, port: number): Promise<Container[]> {
  const rows = await attempt(`looking for the container that holds port ${port}`, () =>
    client.api.listContainers({ all: false }),
  )
  const holding = rows.filter((row) => (row.Ports ?? []).some((published) => published.PublicPort === port))
  const containers = await Promise.all(holding.map((row) => inspectContainer(client, row.Id)))
  return containers.filter((container) => container !== undefined)
}
