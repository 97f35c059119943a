import type { UpstreamCount } from '../../caddy/admin.ts'
import type { Balance } from '../../caddy/balance.ts'
import { readBalance } from '../../caddy/balance.ts'
import type { CaddyLink } from '../../caddy/link.ts'
import type { Container, Docker } from '../../docker/gateway.ts'
import { LABELS, parseInstanceLabels } from '../../project/labels.ts'
import { APP, CADDY } from '../roles.ts'
import { countInFlight } from './in-flight.ts'
import { judge } from './judge.ts'
import type { Observation, ObservedCaddy, ObservedInstance, Sight } from './observation.ts'

/** Gives the open connections into a running Caddy container. */
export type Links = (container: Container) => CaddyLink

/**
 * Looks at Docker and at Caddy once. Throws `engine-lost` when Docker is gone; a silent Caddy is part of what is seen.
 * @param links undefined: Caddy is not asked, and counts as silent
 * @param project Compose's project name
 */
export async function observe(
  docker: Docker,
  links: Links | undefined,
  project: string,
): Promise<Observation> {
  const label = `${LABELS.project}=${project}`
  const [containers, networks, volumes] = await Promise.all([
    docker.listContainers([label]),
    docker.listNetworks([label]),
    docker.listVolumes([label]),
  ])
  return {
    ...(await observeContainers(links, containers)),
    networks: networks.map(({ name }) => name),
    volumes: volumes.map(({ name }) => name),
  }
}

/** The part of an observation that changes from second to second, for containers that are known already. */
export async function observeContainers(
  links: Links | undefined,
  containers: readonly Container[],
  signal?: AbortSignal,
): Promise<Sight> {
  const at = Date.now()
  const services: Record<string, Container[]> = {}
  const apps: { index: number; container: Container }[] = []
  for (const container of containers) {
    const labels = parseInstanceLabels(container.labels)
    if (!labels || labels.oneOff) continue
    if (labels.service === APP) apps.push({ index: labels.number, container })
    else services[labels.service] = [...(services[labels.service] ?? []), container]
  }
  for (const list of Object.values(services)) list.sort((a, b) => b.createdAt - a.createdAt)
  apps.sort((a, b) => a.index - b.index)

  const running = services[CADDY]?.find(({ state }) => state === 'running')
  const opened = running && links?.(running)
  // The way to the gate opens while Caddy's configuration, which names the addresses to ask for, is read.
  if (apps.some(({ container }) => container.state === 'running')) void opened?.gate.warm()
  const { caddy, counts, link } = await observeCaddy(running, opened)
  const instances = await Promise.all(
    apps.map(async ({ index, container }): Promise<ObservedInstance> => {
      const address = caddy.balance?.addresses.find((dial) => dial.startsWith(`${container.name}:`))
      const verdict =
        link && caddy.balance && address && container.state === 'running'
          ? await link.gate.ask(address, caddy.balance.uri, signal).catch(() => undefined)
          : undefined
      return {
        index,
        container,
        ...(address ? { address, ...countInFlight(counts, address) } : {}),
        ...(verdict ? { allowed: verdict.allowed } : {}),
        ...(isResting(caddy.balance, counts, address) ? { resting: true } : {}),
        ...(caddy.balance && !address && container.state === 'running'
          ? { health: 'unknown', reason: 'has no slot in the Caddyfile' }
          : judge(container, verdict, at)),
      }
    }),
  )
  return { at, instances, services, caddy }
}

function isResting(
  balance: Balance | undefined,
  counts: readonly UpstreamCount[] | undefined,
  address: string | undefined,
): boolean {
  const fails = counts?.find((count) => count.address === address)?.fails ?? 0
  return balance?.maxFails !== undefined && fails >= balance.maxFails
}

interface CaddyLook {
  readonly caddy: ObservedCaddy
  readonly counts?: readonly UpstreamCount[]
  readonly link?: CaddyLink
}

async function observeCaddy(
  container: Container | undefined,
  link: CaddyLink | undefined,
): Promise<CaddyLook> {
  if (!container) return { caddy: { state: 'absent' } }
  if (!link) return { caddy: { state: 'silent', container } }
  try {
    const [balance, counts] = await Promise.all([balanceOf(container, link), link.admin.upstreams()])
    return { caddy: { state: 'answering', container, ...(balance ? { balance } : {}) }, counts, link }
  } catch {
    return { caddy: { state: 'silent', container } }
  }
}

const balances = new WeakMap<CaddyLink, { balance: Balance; at: number }>()
/** A configuration is read again after this many milliseconds: it changes only with a reload. */
const BALANCE_AGE = 10_000

async function balanceOf(container: Container, link: CaddyLink): Promise<Balance | undefined> {
  const known = balances.get(link)
  if (known && Date.now() - known.at < BALANCE_AGE && known.at > (container.startedAt ?? 0))
    return known.balance
  const balance = readBalance(await link.admin.config())
  if (balance) balances.set(link, { balance, at: Date.now() })
  return balance
}

/** Makes the next look read Caddy's configuration anew, after it was changed. */
export function forgetBalance(link: CaddyLink): void {
  balances.delete(link)
}
