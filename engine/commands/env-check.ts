import type { CallOutput, CallParams } from '../../contract/calls.ts'
import { checkEnv } from '../env/check/check.ts'
import { makeLookup } from '../project/environment.ts'
import { loadProject } from '../project/load.ts'
import type { Host } from './host.ts'

/** Looks at a text for `.env` that need not be saved, nor readable, yet. */
export async function checkEnvText(
  { environment }: Host,
  { directory, text }: CallParams<'env.check'>,
): Promise<CallOutput<'env.check'>> {
  // The project is only asked for its services: one that can't be read, with this text or at all, is told of elsewhere.
  const project = await loadProject(directory, { environment, env: text })
    .catch(() => loadProject(directory, { environment }))
    .catch(() => undefined)
  const services = Object.values(project?.services ?? {})
  const images = Object.fromEntries(services.map(({ name, image }) => [name, image]))
  return checkEnv(text, { lookup: makeLookup(environment, new Map()), images })
}
