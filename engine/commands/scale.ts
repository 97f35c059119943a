import { setTimeout as sleep } from 'node:timers/promises'
import type { CallParams, Outcome } from '../../contract/calls.ts'
import { writeScale } from '../project/write-scale.ts'
import { APP } from '../stack/roles.ts'
import { converge } from './converge.ts'
import type { Host } from './host.ts'
import { noteGoodEnv, readEnv, remember } from './keep-files.ts'
import { operate } from './operate.ts'
import { revertEnv } from './revert-env.ts'

/** How long a scale that is done waits for the word of a busy database. Milliseconds. */
const PATIENCE = 500

/** Brings the app to another number of instances, and keeps that number in compose.yaml. */
export async function scale(
  host: Host,
  input: CallParams<'stack.scale'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  let putBack = async () => false
  let foreseen: Promise<unknown> = Promise.resolve()
  return operate(host, {
    directory: input.directory,
    command: `scale ${input.scale}`,
    dryRun: input.dryRun,
    signal,
    supersedes: 'scale',
    plan: (view, connection) =>
      converge(view, connection, causeOf(view.seen.instances.length, input.scale), input.scale),
    commit: async ({ project, seen }) => {
      if (input.scale > seen.instances.length) foreseen = foresee(host, input)
      putBack = await remember(project.files)
      await writeScale(project, APP, input.scale)
    },
    revert: async (_view, error) => {
      const scale = (await putBack()) ? 'The scale in the compose file was put back.' : ''
      const told = await revertEnv(host, input.directory, await readEnv(input.directory), error)
      return [scale, told].filter(Boolean).join(' ') || undefined
    },
    planBack: (view, connection) => converge(view, connection, 'going back'),
    settle: async () => {
      await Promise.all([noteGoodEnv(input.directory), Promise.race([foreseen, sleep(PATIENCE)])])
    },
  })
}

/** Tells, while the instances start, that the database has too few connections for them. It is the user's to decide. */
async function foresee(
  host: Host,
  { directory, scale }: Pick<CallParams<'stack.scale'>, 'directory' | 'scale'>,
): Promise<void> {
  const { readDatabase, tooMany, POOL_HINT } = await import('./database.ts')
  const database = await readDatabase(host, { directory }).catch(() => undefined)
  const text = database?.pool ? tooMany(database.pool, scale) : undefined
  if (text === undefined) return
  host.slot(directory).activity.emit({ kind: 'note', message: `${text} ${POOL_HINT}`, at: Date.now() })
}

/** "scale 3 -> 5" */
export function causeOf(from: number, to: number): string {
  return `scale ${from} -> ${to}`
}
