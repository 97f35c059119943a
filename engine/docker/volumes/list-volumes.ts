import type { Client } from '../client.ts'
import { attempt } from '../errors.ts'
import type { Volume } from '../gateway.ts'

/** Volumes that carry all these labels (`key=value`). */
export async function listVolumes(client: Client, labels: readonly string[]): Promise<Volume[]> {
  const answer = await attempt('listing volumes', () =>
    client.api.listVolumes({ filters: { label: [...labels] } }),
  )
  return (answer.Volumes ?? []).map((volume) => ({ name: volume.Name, labels: volume.Labels ?? {} }))
}
