import type Dockerode from 'dockerode'
import type { EngineAnswers } from './about.ts'
import { attempt } from './errors.ts'

/** Asks an engine for its version and what it runs on. */
export async function getToKnow(api: Dockerode): Promise<EngineAnswers> {
  return await attempt('getting to know the engine', async () => {
    const [version, info] = await Promise.all([readVersion(api), api.info()])
    return { version, info }
  })
}

/** What an engine says of its version and of the API versions that it speaks. */
export function readVersion(api: Dockerode): Promise<EngineAnswers['version']> {
  return api.version()
}
