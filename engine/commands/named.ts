import type { CallParams, Outcome } from '../../contract/calls.ts'
import { planHalt } from '../stack/plan/down.ts'
import { planRestart, planStart, planStop } from '../stack/plan/named.ts'
import { select } from '../stack/plan/select.ts'
import { CADDY } from '../stack/roles.ts'
import { checkCaddyfile } from './caddyfile.ts'
import { converge } from './converge.ts'
import type { Host } from './host.ts'
import { noteGoodEnv, readEnv } from './keep-files.ts'
import { operate } from './operate.ts'
import { revertEnv } from './revert-env.ts'

/** Starts what was stopped; without names the whole stack, as `up` does. */
export async function start(
  host: Host,
  input: CallParams<'stack.start'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { directory, names } = input
  if (names.length === 0) return startAll(host, directory, signal)
  return operate(host, {
    directory,
    command: ['start', ...names].join(' '),
    signal,
    plan: ({ seen, wanted, project }) => planStart(seen, wanted, select(seen, names, project.name)),
  })
}

async function startAll(host: Host, directory: string, signal?: AbortSignal): Promise<Outcome> {
  return operate(host, {
    directory,
    command: 'start',
    signal,
    plan: (view, connection) => converge(view, connection, 'start'),
    revert: async ({ seen }, error) => {
      if (!seen.instances.some(({ health }) => health === 'healthy')) return undefined
      return revertEnv(host, directory, await readEnv(directory), error)
    },
    planBack: (view, connection) => converge(view, connection, 'going back'),
    settle: () => noteGoodEnv(directory),
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
    plan: async (view, connection) => {
      const selection = select(view.seen, names, view.project.name)
      // Caddy reads the file anew when it is restarted: a bad one must not reach it.
      if (selection.services.some(({ service }) => service === CADDY)) await checkCaddyfile(view, connection)
      return planRestart(view.seen, view.wanted, selection)
    },
  })
}
