import { planConverge } from '../stack/plan/converge.ts'
import type { Step } from '../stack/plan/step.ts'
import { checkCaddyfile } from './caddyfile.ts'
import type { Connection } from './host.ts'
import type { View } from './view.ts'

/**
 * Plans the way to what the project's files say. Caddy checks the Caddyfile first where it runs.
 * Throws `caddyfile-invalid` and `scale-out-of-range`; nothing was changed then.
 */
export async function converge(
  view: View,
  connection: Connection,
  cause: string,
  scale?: number,
): Promise<Step[]> {
  const reload = await checkCaddyfile(view, connection)
  return planConverge(view.seen, view.wanted, { scale: scale ?? view.wanted.app.replicas, cause, reload })
}
