import type { CallParams, Outcome } from '../../contract/calls.ts'
import { writeScale } from '../project/write-scale.ts'
import { APP } from '../stack/roles.ts'
import { converge } from './converge.ts'
import type { Host } from './host.ts'
import { noteGoodEnv, readEnv, remember } from './keep-files.ts'
import { operate } from './operate.ts'
import { revertEnv } from './revert-env.ts'

/** Brings the app to another number of instances, and keeps that number in compose.yaml. */
export async function scale(
  host: Host,
  input: CallParams<'stack.scale'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  let putBack = async () => false
  return operate(host, {
    directory: input.directory,
    command: `scale ${input.scale}`,
    dryRun: input.dryRun,
    signal,
    supersedes: 'scale',
    plan: (view, connection) =>
      converge(view, connection, causeOf(view.seen.instances.length, input.scale), input.scale),
    commit: async ({ project }) => {
      putBack = await remember(project.files)
      await writeScale(project, APP, input.scale)
    },
    revert: async (_view, error) => {
      const scale = (await putBack()) ? 'The scale in the compose file was put back.' : ''
      const told = await revertEnv(host, input.directory, await readEnv(input.directory), error)
      return [scale, told].filter(Boolean).join(' ') || undefined
    },
    planBack: (view, connection) => converge(view, connection, 'going back'),
    settle: () => noteGoodEnv(input.directory),
  })
}

/** "scale 3 -> 5" */
export function causeOf(from: number, to: number): string {
  return `scale ${from} -> ${to}`
}
