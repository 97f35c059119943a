import type { CallOutput, CallParams, Outcome } from '../../contract/calls.ts'
import type { EnvChange } from '../../contract/env.ts'
import { ShoalError } from '../../contract/errors.ts'
import { isSecret } from '../../contract/secret.ts'
import { diffEnv } from '../env/diff.ts'
import { loadProject } from '../project/load.ts'
import { replacedContainers } from '../stack/plan/replaced.ts'
import { converge } from './converge.ts'
import type { Host } from './host.ts'
import { readEnv } from './keep-files.ts'
import { operate } from './operate.ts'
import { readVariables } from './read-variables.ts'
import { isRunning } from './view.ts'

/**
 * What writing a text to `.env` would change. Without an engine to ask, the plan is empty and its text says why.
 * Throws `env-invalid` when Compose could not read the text.
 */
export async function previewEnv(
  host: Host,
  { directory, text }: CallParams<'env.preview'>,
): Promise<CallOutput<'env.preview'>> {
  const { environment } = host
  const before = readVariables(host, (await readEnv(directory)) ?? '')
  const after = await loadProject(directory, { environment, env: text })
  const changes = changesBetween(before, after.env)
  try {
    return { ...(await planFor(host, directory, text)), changes }
  } catch (error) {
    const { code, message } = ShoalError.from(error)
    if (!code.startsWith('engine-')) throw error
    return { changes, plan: { operations: [] }, text: message, replaced: [] }
  }
}

async function planFor(
  host: Host,
  directory: string,
  text: string,
): Promise<Outcome & { replaced: string[] }> {
  let replaced: string[] = []
  const outcome = await operate(host, {
    directory,
    command: 'env',
    dryRun: true,
    edit: () => text,
    plan: async (view, connection) => {
      const steps = isRunning(view) ? await converge(view, connection, 'env') : []
      replaced = replacedContainers(view.seen, steps)
      return steps
    },
  })
  return { ...outcome, replaced }
}

type Variables = Readonly<Record<string, string>>

function changesBetween(before: Variables, after: Variables): EnvChange[] {
  const { added, changed, removed } = diffEnv(before, after)
  const entry = (key: string, kind: EnvChange['kind']): EnvChange => {
    const [old = '', next = ''] = [before[key], after[key]]
    return { key, kind, before: old, after: next, secret: isSecret(key, old) || isSecret(key, next) }
  }
  const changes = [
    ...added.map((key) => entry(key, 'added')),
    ...changed.map((key) => entry(key, 'changed')),
    ...removed.map((key) => entry(key, 'removed')),
  ]
  return changes.sort((a, b) => (a.key < b.key ? -1 : 1))
}
