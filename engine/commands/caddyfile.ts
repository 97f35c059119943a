import { isDeepStrictEqual } from 'node:util'
import { ShoalError } from '../../contract/errors.ts'
import { readBalance } from '../caddy/balance.ts'
import type { Connection } from './host.ts'
import type { View } from './view.ts'

const UNDECODABLE = '\uFFFD'

/**
 * Checks the Caddyfile, by Caddy itself where it runs. Returns whether it differs from what Caddy runs.
 * Throws `caddyfile-invalid`: for what Caddy refuses, and for what it would take and then serve no app with.
 */
export async function checkCaddyfile(view: View, { links }: Connection): Promise<boolean> {
  const { seen, wanted, caddyfile } = view
  const bad = caddyfile.indexOf(UNDECODABLE)
  if (bad >= 0)
    throw invalid(`Caddyfile line ${caddyfile.slice(0, bad).split('\n').length} is not UTF-8 text`)
  const { state, container } = seen.caddy
  if (state !== 'answering' || !container) {
    if (wanted.slots === 0) throw withoutSlots()
    return false
  }
  const { admin } = links.of(container)
  const [next, running] = await Promise.all([admin.adapt(caddyfile), admin.config()])
  if (!readBalance(next)) throw withoutSlots()
  return !isDeepStrictEqual(next, running)
}

function withoutSlots(): ShoalError {
  return invalid(
    'The Caddyfile sends no request to the app: it has no reverse_proxy with a slot for each instance and health checks',
  )
}

function invalid(what: string): ShoalError {
  return new ShoalError(
    'caddyfile-invalid',
    `${what}; nothing was changed.`,
    'Mend the Caddyfile, or take the one that `shoal init DIR` makes.',
  )
}
