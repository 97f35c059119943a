import type { CallParams, Outcome } from '../../contract/calls.ts'
import { planHalt } from '../stack/plan/down.ts'
import { planRestart, planStart, planStop } from '../stack/plan/named.ts'
import { select } from '../stack/plan/select.ts'
import { CADDY } from '../stack/roles.ts'
import { converge } from './converge.ts'
import type { Host } from './host.ts'
import { operate } from './operate.ts'

/** Starts what was stopped; without names the whole stack, as `up` does. */
export async function start(
  host: Host,
  input: CallParams<'stack.start'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { directory, names } = input
  return operate(host, {
    directory,
    command: ['start', ...names].join(' '),
    signal,
    plan: (view, connection) =>
      names.length === 0
        ? converge(view, connection, 'start')
        : planStart(view.seen, view.wanted, select(view.seen, names, view.project.name)),
  })
}

/** Stops services or instances and keeps them; without names the whole stack. */
export async function stop(
  host: Host,
  input: CallParams<'stack.stop'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { directory, names } = input
  return operate(host, {
    directory,
    command: ['stop', ...names].join(' '),
    signal,
    plan: ({ seen, wanted, project }) =>
      names.length === 0
        ? planHalt(seen, project)
        : planStop(seen, wanted, select(seen, names, project.name)),
  })
}

/** Restarts services or instances; without names everything. Instances take turns, so that others serve meanwhile. */
export async function restart(
  host: Host,
  input: CallParams<'stack.restart'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { directory, names } = input
  return operate(host, {
    directory,
    command: ['restart', ...names].join(' '),
    signal,
    plan: async (view, { links }) => {
      const selection = select(view.seen, names, view.project.name)
      const { state, container } = view.seen.caddy
      // Caddy reads the file anew when it is restarted: a file that it would refuse must not reach it.
      if (selection.services.some(({ service }) => service === CADDY) && state === 'answering' && container)
        await links.of(container).admin.adapt(view.caddyfile)
      return planRestart(view.seen, view.wanted, selection)
    },
  })
}
