import { ShoalError } from '../../contract/errors.ts'
import { PlanBuilder } from '../stack/plan/builder.ts'
import type { Step } from '../stack/plan/step.ts'
import { checkCaddyfile } from './caddyfile.ts'
import type { Connection } from './host.ts'
import type { View } from './view.ts'

/**
 * Plans a reload where the Caddyfile means something else than what Caddy runs; nothing where no Caddy runs.
 * Throws `caddyfile-invalid` and `caddy-unreachable`.
 */
export async function planReload(view: View, connection: Connection, cause: string): Promise<Step[]> {
  const { state, container } = view.seen.caddy
  const plan = new PlanBuilder()
  if (!container || state === 'absent') return plan.steps
  if (state === 'silent')
    throw new ShoalError(
      'caddy-unreachable',
      'Caddy does not answer, so it could not reload; nothing was changed.',
      'Look at its log: shoal logs caddy',
    )
  if (await checkCaddyfile(view, connection)) plan.add({ verb: 'reload' }, container.name, cause)
  return plan.steps
}
