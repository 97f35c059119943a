import type { CallParams } from '../../contract/calls.ts'
import { ShoalError } from '../../contract/errors.ts'
import type { Replay } from '../../contract/requests.ts'
import { loadProject } from '../project/load.ts'
import { compareAnswers } from '../replay/compare.ts'
import { type ReplayTarget, sendTo } from '../replay/send.ts'
import { APP, CADDY } from '../stack/roles.ts'
import { listMembers, type Member } from './containers.ts'
import type { Host } from './host.ts'
import { readCaddyfile } from './view.ts'

/** Where Caddy listens inside its container. */
const HTTP = 80
/** A Caddyfile that knows the instances' own names says so. */
const ALONE = /\bapp-(\{args\[0\]\}|\d+)\.localhost\b/

/**
 * Sends a request to every instance that runs, to each alone by its name below localhost, and compares the answers.
 * Throws `down` when none runs, `caddy-unreachable` when Caddy does not, and `caddyfile-invalid` when the Caddyfile has no
 * way to one instance alone.
 */
export async function replay(
  host: Host,
  { directory, method, uri, headers }: CallParams<'requests.replay'>,
  signal?: AbortSignal,
): Promise<Replay> {
  const [{ docker }, { name: project }, caddyfile] = await Promise.all([
    host.connect(),
    loadProject(directory, { environment: host.environment }),
    readCaddyfile(directory),
  ])
  if (!ALONE.test(caddyfile))
    throw new ShoalError(
      'caddyfile-invalid',
      'The Caddyfile has no address for one instance alone (app-1.localhost), so nothing was sent.',
      'Take the snippet "only" and its uses over from the Caddyfile of `shoal init`.',
    )
  const members = await listMembers(docker, project)
  const targets = targetsOf(members.filter(({ container }) => container.state === 'running'))
  const answers = await Promise.all(targets.map((target) => sendTo(target, { method, uri, headers }, signal)))
  signal?.throwIfAborted()
  return { answers, differs: compareAnswers(answers) }
}

function targetsOf(running: readonly Member[]): ReplayTarget[] {
  const instances = running.filter(({ service }) => service === APP)
  if (instances.length === 0)
    throw new ShoalError(
      'down',
      'No instance runs, so the request was sent to none.',
      'Start the stack: shoal up',
    )
  const port = running
    .filter(({ service }) => service === CADDY)
    .flatMap(({ container }) => container.ports)
    .find(({ target, protocol }) => target === HTTP && protocol === 'tcp')
  if (!port)
    throw new ShoalError(
      'caddy-unreachable',
      'Caddy does not run or has no public port, so the request was sent to none.',
      'Start it: shoal start caddy',
    )
  const address = /^(|0\.0\.0\.0|::|\[::\])$/.test(port.hostIp) ? '127.0.0.1' : port.hostIp
  return instances.map(({ name, index }) => ({
    name,
    index,
    address,
    port: port.published,
    host: `${APP}-${index}.localhost`,
  }))
}
