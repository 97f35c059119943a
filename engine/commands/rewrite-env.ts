import type { Outcome } from '../../contract/calls.ts'
import { diffEnv } from '../env/diff.ts'
import { loadProject } from '../project/load.ts'
import { printPlan } from '../stack/plan/print.ts'
import { converge } from './converge.ts'
import type { Host } from './host.ts'
import { noteGoodEnv, readEnv, replaceEnv } from './keep-files.ts'
import { locked } from './locked.ts'
import { operate } from './operate.ts'
import { noteOldPort } from './public-port.ts'
import { readVariables } from './read-variables.ts'
import { revertEnv } from './revert-env.ts'
import { isRunning, type View } from './view.ts'

export interface Rewriting {
  readonly directory: string
  /** The new text of `.env`, from the present one. Throws to refuse; nothing was changed then. */
  readonly rewrite: (text: string) => string
  /** Roll the change out; without it only the file is written. */
  readonly apply: boolean
  readonly dryRun: boolean
  readonly signal: AbortSignal | undefined
  /** Throws to refuse what the new file would bring about. */
  readonly check?: (view: View) => void
}

/** How a rewriting ended: names of the variables that changed, sorted, and whether the stack was changed as well. */
export interface Rewritten extends Outcome {
  readonly changed: string[]
  readonly applied: boolean
}

/**
 * Replaces `.env` and rolls the change out where the stack runs. What was there is kept as a version. When the new
 * instances never get healthy, the old ones stay, the file is put back, and the refused one is kept.
 *
 * @throws ShoalError `env-invalid` when Compose could not read the new text; the file is then byte-identical.
 */
export async function rewriteEnv(host: Host, rewriting: Rewriting): Promise<Rewritten> {
  const { directory, rewrite, dryRun, signal, check } = rewriting
  const { environment } = host
  const old = await readEnv(directory)
  const after = await loadProject(directory, { environment, env: rewrite(old ?? '') })
  const changed = changedKeys(readVariables(host, old ?? ''), after.env)
  const command = `env ${changed.join(', ') || 'unchanged'}`
  let original: string | undefined
  const commit = async () => {
    original = await readEnv(directory)
    const text = rewrite(original ?? '')
    if (text !== (original ?? '')) await replaceEnv(directory, original, text)
  }
  if (!rewriting.apply) {
    if (!dryRun) await locked(host, { directory, command, signal }, commit)
    return { plan: { operations: [] }, text: printPlan({ operations: [] }), changed, applied: false }
  }
  let runs = false
  const outcome = await operate(host, {
    directory,
    command,
    dryRun,
    signal,
    edit: rewrite,
    plan: (view, connection) => {
      check?.(view)
      runs = isRunning(view)
      return runs ? converge(view, connection, command) : []
    },
    commit,
    revert: (_view, error) => revertEnv(host, directory, original ?? '', error),
    planBack: (view, connection) => converge(view, connection, 'going back'),
    settle: async (view) => {
      noteOldPort(host, view)
      if (runs) await noteGoodEnv(directory)
    },
  })
  return { ...outcome, changed, applied: runs && !dryRun }
}

/** Names of the variables in which two files differ, sorted. */
export function changedKeys(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const { added, changed, removed } = diffEnv(before, after)
  return [...added, ...changed, ...removed].sort()
}
