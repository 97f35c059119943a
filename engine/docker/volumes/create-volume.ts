import type { Client } from '../client.ts'
import { attempt } from '../errors.ts'
import type { Docker } from '../gateway.ts'

type VolumeSpec = Parameters<Docker['createVolume']>[0]

/** Creates a volume. One of the same name and driver that exists already is kept as it is, data and labels. */
export async function createVolume(client: Client, spec: VolumeSpec): Promise<void> {
  await attempt(`creating the volume "${spec.name}"`, () =>
    client.api.createVolume({ Name: spec.name, Labels: spec.labels, Driver: spec.driver ?? 'local' }),
  )
}
