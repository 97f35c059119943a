import { isList, isNumberOrAbsent, isRecord } from './shape.ts'

/** How the running Caddy balances the app, read from its own configuration. Times are milliseconds. */
export interface Balance {
  /** Every upstream address, one per slot, in order. */
  readonly addresses: readonly string[]
  readonly interval: number
  readonly timeout: number
  /** The health check's path. */
  readonly uri: string
  /** Failures after which passive checks keep an instance out for a while; absent where they are off. */
  readonly maxFails?: number
}

/** A reverse proxy with active checks, as far as it is looked at. Times are nanoseconds. */
interface Handler {
  readonly upstreams: readonly { readonly dial: string }[]
  readonly health_checks: {
    readonly active: { readonly uri: string; readonly interval?: number; readonly timeout?: number }
    readonly passive?: { readonly fail_duration?: number; readonly max_fails?: number }
  }
}

const NANOSECONDS = 1e6
/** Caddy's defaults: https://caddyserver.com/docs/caddyfile/directives/reverse_proxy#active-health-checks */
const DEFAULT_INTERVAL = 30_000
const DEFAULT_TIMEOUT = 5_000

/**
 * Finds the balanced app in a Caddy configuration: the reverse proxies with active checks and several upstreams.
 * Where several balance the same addresses (requests, streams) the slowest check counts.
 * Returns undefined when the configuration has none, as after a heavy edit by hand.
 */
export function readBalance(config: unknown): Balance | undefined {
  const found = handlersIn(config)
  const [first, ...others] = found
  if (!first) return undefined
  const { passive } = first.health_checks
  const slowest = (pick: (handler: Handler) => number) => Math.max(pick(first), ...others.map(pick))
  return {
    addresses: first.upstreams.map(({ dial }) => dial),
    uri: first.health_checks.active.uri,
    interval: slowest(({ health_checks: { active } }) =>
      active.interval === undefined ? DEFAULT_INTERVAL : active.interval / NANOSECONDS,
    ),
    timeout: slowest(({ health_checks: { active } }) =>
      active.timeout === undefined ? DEFAULT_TIMEOUT : active.timeout / NANOSECONDS,
    ),
    ...(passive?.fail_duration ? { maxFails: passive.max_fails ?? 1 } : {}),
  }
}

function handlersIn(node: unknown): readonly Handler[] {
  if (Array.isArray(node)) return node.flatMap(handlersIn)
  if (!isRecord(node)) return []
  return isHandler(node) ? [node] : Object.values(node).flatMap(handlersIn)
}

function isHandler(node: unknown): node is Handler {
  if (!isRecord(node) || node.handler !== 'reverse_proxy' || !isRecord(node.health_checks)) return false
  const { active, passive = {} } = node.health_checks
  if (!isList(node.upstreams, isUpstream) || !isRecord(active) || !isRecord(passive)) return false
  const numbers = [active.interval, active.timeout, passive.fail_duration, passive.max_fails]
  return typeof active.uri === 'string' && numbers.every(isNumberOrAbsent)
}

function isUpstream(value: unknown): value is Handler['upstreams'][number] {
  return isRecord(value) && typeof value.dial === 'string'
}

/**
 * Reads the slots from a Caddyfile's text, for when no Caddy runs: the addresses that end in `-<n>:<port>`.
 * Returns how many there are; 0 when the file names none.
 */
export function countSlots(caddyfile: string): number {
  const indexes = new Set<number>()
  for (const line of caddyfile.split(/\r?\n/)) {
    const code = line.replace(/(^|\s)#.*$/, '')
    for (const match of code.matchAll(/-(\d+):\d+(?=\s|$)/g)) indexes.add(Number(match[1]))
  }
  return indexes.size
}
