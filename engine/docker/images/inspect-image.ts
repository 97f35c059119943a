import type { Client } from '../client.ts'
import { splitEnv } from '../env-list.ts'
import { attempt, statusOf } from '../errors.ts'
import type { Image } from '../gateway.ts'

/** An image by reference or id; undefined when it is not on the engine. */
export async function inspectImage(client: Client, reference: string): Promise<Image | undefined> {
  return attempt(`looking at the image ${reference}`, async () => {
    try {
      const info = await client.api.getImage(reference).inspect()
      const entrypoint = info.Config.Entrypoint
      return {
        id: info.Id,
        tags: info.RepoTags ?? [],
        labels: info.Config.Labels ?? {},
        env: splitEnv(info.Config.Env),
        command: info.Config.Cmd ?? [],
        entrypoint: typeof entrypoint === 'string' ? [entrypoint] : (entrypoint ?? []),
      }
    } catch (thrown) {
      if (statusOf(thrown) === 404) return undefined
      throw thrown
    }
  })
}
