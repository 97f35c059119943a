import type { CallOutput, CallParams } from '../../contract/calls.ts'
import { setVariables, unsetVariables } from '../env/edit.ts'
import { loadProject } from '../project/load.ts'
import type { Host } from './host.ts'
import { rewriteEnv } from './rewrite-env.ts'
import type { View } from './view.ts'

/** What `.env` holds, by Compose's rules. Values are secret. */
export async function listEnv(
  host: Host,
  { directory }: CallParams<'env.list'>,
): Promise<CallOutput<'env.list'>> {
  const { env } = await loadProject(directory, { environment: host.environment })
  return { variables: { ...env } }
}

/** Edits a text; whatever is not named keeps its bytes. Throws `usage` and `env-invalid`. */
export function editEnv({ text, set, unset }: CallParams<'env.edit'>): CallOutput<'env.edit'> {
  return { text: unsetVariables(setVariables(text, set), unset) }
}

/**
 * Changes variables in `.env` and rolls the change out, as `rewriteEnv` does.
 * @param check throws to refuse what the edited file would bring about
 */
export async function changeEnv(
  host: Host,
  { directory, set, unset, apply, dryRun }: CallParams<'env.change'>,
  signal?: AbortSignal,
  check?: (view: View) => void,
): Promise<CallOutput<'env.change'>> {
  // A file that Compose can't read is refused even where the change would happen to mend it.
  await loadProject(directory, { environment: host.environment })
  const rewrite = (text: string) => editEnv({ text, set, unset }).text
  return await rewriteEnv(host, { directory, rewrite, apply, dryRun, signal, ...(check ? { check } : {}) })
}
