import type { CallParams, Outcome } from '../../contract/calls.ts'
import { planDown } from '../stack/plan/down.ts'
import type { Host } from './host.ts'
import { operate } from './operate.ts'

/** Removes every container and network of the project, and its volumes where asked. */
export async function down(
  host: Host,
  input: CallParams<'stack.down'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { directory, volumes, dryRun } = input
  return operate(host, {
    directory,
    command: volumes ? 'down --volumes' : 'down',
    dryRun,
    signal,
    dockerOnly: true,
    plan: ({ seen, project }) => planDown(seen, project, { volumes }),
  })
}
