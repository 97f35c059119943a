import type { Client } from '../client.ts'
import { attempt } from '../errors.ts'
import type { Network } from '../gateway.ts'

/** Networks that carry all these labels (`key=value`). */
export async function listNetworks(client: Client, labels: readonly string[]): Promise<Network[]> {
  const networks = await attempt('listing networks', () =>
    client.api.listNetworks({ filters: { label: [...labels] } }),
  )
  return networks.map((network) => ({ name: network.Name, labels: network.Labels ?? {} }))
}
