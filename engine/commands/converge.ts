import { isDeepStrictEqual } from 'node:util'
import { planConverge } from '../stack/plan/converge.ts'
import type { Step } from '../stack/plan/step.ts'
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
  const reload = await caddyfileChanged(view, connection)
  return planConverge(view.seen, view.wanted, { scale: scale ?? view.wanted.app.replicas, cause, reload })
}

async function caddyfileChanged({ seen, caddyfile }: View, { links }: Connection): Promise<boolean> {
  const { state, container } = seen.caddy
  if (state !== 'answering' || !container) return false
  const { admin } = links.of(container)
  const [wanted, running] = await Promise.all([admin.adapt(caddyfile), admin.config()])
  return !isDeepStrictEqual(wanted, running)
}
