import type { Client } from '../client.ts'
import { attempt } from '../errors.ts'
import type { Docker } from '../gateway.ts'

type NetworkSpec = Parameters<Docker['createNetwork']>[0]

/** Creates a network. `CheckDuplicate` makes engines before API 1.44 refuse a second one of the same name. */
export async function createNetwork(client: Client, spec: NetworkSpec): Promise<void> {
  await attempt(`creating the network "${spec.name}"`, () =>
    client.api.createNetwork({
      Name: spec.name,
      CheckDuplicate: true,
      Driver: spec.driver ?? 'bridge',
      Internal: spec.internal ?? false,
      Labels: spec.labels,
    }),
  )
}
