import type { Client } from '../client.ts'
import { attempt } from '../errors.ts'
import type { Network } from '../gateway.ts'

/** A network by its exact name; undefined when there is none. Lists, because inspect takes id prefixes for names. */
export async function inspectNetwork(client: Client, name: string): Promise<Network | undefined> {
  const networks = await attempt(`looking at the network "${name}"`, () =>
    client.api.listNetworks({ filters: { name: [name] } }),
  )
  const network = networks.find((candidate) => candidate.Name === name)
  return network === undefined ? undefined : { name: network.Name, labels: network.Labels ?? {} }
}
