import { ShoalError } from '../../contract/errors.ts'
import { readBalance } from '../caddy/balance.ts'
import { packContext } from '../images/pack.ts'
import { LABELS } from '../project/labels.ts'
import type { Context, Run, Serving } from '../stack/execute/context.ts'
import { reportParts } from '../stack/execute/parts.ts'
import { CADDY } from '../stack/roles.ts'
import { CONTEXT_LABEL } from '../stack/want/wanted.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Connection, Host } from './host.ts'
import { explainPort } from './preflight.ts'
import type { View } from './view.ts'

/** A list of running Caddys is taken for current for this long. Milliseconds. */
const FRESH = 1_000

/** Puts together what a plan's operations work with. */
export function makeContext(
  host: Host,
  connection: Connection,
  { wanted, project, caddyfile }: View,
): Context {
  const { docker, links } = connection
  let known: { at: number; caddies: Promise<readonly Serving[]> } | undefined

  const findCaddies = async (): Promise<readonly Serving[]> => {
    const labels = [`${LABELS.project}=${project.name}`, `${LABELS.service}=${CADDY}`]
    const running = (await docker.listContainers(labels)).filter(({ state }) => state === 'running')
    const asked = await Promise.all(
      running
        .sort((a, b) => b.createdAt - a.createdAt)
        .map(async (container): Promise<Serving[]> => {
          const link = links.of(container)
          const balance = await link.admin.config().then(readBalance, () => undefined)
          return balance ? [{ container, link, balance }] : []
        }),
    )
    const caddies = asked.flat()
    if (caddies.length === 0)
      throw new ShoalError(
        'caddy-unreachable',
        'Caddy does not answer; the instances were left as they are.',
        'Look at its log: shoal logs caddy',
      )
    return caddies
  }
  // Operations that run side by side ask in the same moment; one search answers them all.
  const freshCaddies = async (): Promise<readonly Serving[]> => {
    if (known && Date.now() - known.at < FRESH) return await known.caddies
    const search = { at: Date.now(), caddies: findCaddies() }
    known = search
    try {
      return await search.caddies
    } catch (error) {
      if (known === search) known = undefined
      throw error
    }
  }

  return {
    docker,
    wanted,
    caddyfile,
    settings: { ...host.settings, ...project.settings },
    caddies: freshCaddies,
    explainPort: (port) => explainPort(docker, port),
    build: (name, run) => buildImage(connection, wanted.project.services[name], run),
  }
}

async function buildImage(
  { docker }: Connection,
  service: View['wanted']['app'] | undefined,
  run: Run,
): Promise<void> {
  const build = service?.build
  if (!build) return
  const fingerprint = await fingerprintOf(service)
  const context = await packContext(build.context, build.dockerfile)
  await reportParts(run, (onProgress) =>
    docker.buildImage(context, {
      tag: service.image,
      dockerfile: build.dockerfile,
      args: build.args,
      labels: { [CONTEXT_LABEL]: fingerprint },
      ...(build.target ? { target: build.target } : {}),
      signal: run.signal,
      onProgress,
    }),
  )
}
