import type { CallOutput, CallParams } from '../../contract/calls.ts'
import { diffEnv } from '../env/diff.ts'
import { setVariables, unsetVariables } from '../env/edit.ts'
import { writeEnv } from '../env/write.ts'
import { loadProject } from '../project/load.ts'
import { printPlan } from '../stack/plan/print.ts'
import { converge } from './converge.ts'
import type { Host } from './host.ts'
import { envPath, noteGoodEnv, readEnv } from './keep-files.ts'
import { operate } from './operate.ts'
import { noteOldPort } from './public-port.ts'
import { revertEnv } from './revert-env.ts'
import type { View } from './view.ts'

/** What `.env` holds, by Compose's rules. Values are secret. */
export async function listEnv(
  host: Host,
  { directory }: CallParams<'env.list'>,
): Promise<CallOutput<'env.list'>> {
  const { env } = await loadProject(directory, { environment: host.environment })
  return { variables: { ...env } }
}

/**
 * Changes `.env` and rolls the change out where the stack runs. When the new instances never get healthy, the old ones
 * stay, the file is put back, and the refused one is kept beside it.
 * @param check throws to refuse what the edited file would bring about
 */
export async function changeEnv(
  host: Host,
  input: CallParams<'env.change'>,
  signal?: AbortSignal,
  check: (view: View) => void = () => {},
): Promise<CallOutput<'env.change'>> {
  const { directory } = input
  const edit = (text: string) => unsetVariables(setVariables(text, input.set), input.unset)
  const { environment } = host
  const old = await readEnv(directory)
  const text = edit(old ?? '')
  // Loading both refuses a file that Compose could not read, and a change that would make it so.
  const before = await loadProject(directory, { environment })
  const after = await loadProject(directory, { environment, env: text })
  const diff = diffEnv(before.env, after.env)
  const changed = [...diff.added, ...diff.changed, ...diff.removed].sort()
  const command = `env ${changed.join(', ') || 'unchanged'}`
  if (!input.apply) {
    if (!input.dryRun && text !== (old ?? '')) await writeEnv(envPath(directory), text)
    return { plan: { operations: [] }, text: printPlan({ operations: [] }), changed, applied: false }
  }
  let original: string | undefined
  let runs = false
  const outcome = await operate(host, {
    directory,
    command,
    dryRun: input.dryRun,
    signal,
    edit,
    plan: (view, connection) => {
      check(view)
      runs = view.seen.instances.some(({ container }) => container.state === 'running')
      return runs ? converge(view, connection, command) : []
    },
    commit: async () => {
      original = await readEnv(directory)
      const edited = edit(original ?? '')
      if (edited !== (original ?? '')) await writeEnv(envPath(directory), edited)
    },
    revert: (_view, error) => revertEnv(host, directory, original ?? '', error),
    planBack: (view, connection) => converge(view, connection, 'going back'),
    settle: async (view) => {
      noteOldPort(host, view)
      if (runs) await noteGoodEnv(directory)
    },
  })
  return { ...outcome, changed, applied: runs && !input.dryRun }
}
