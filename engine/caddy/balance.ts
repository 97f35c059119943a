import { z } from 'zod'

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

const handlerSchema = z.object({
  handler: z.literal('reverse_proxy'),
  upstreams: z.array(z.object({ dial: z.string() })),
  health_checks: z.object({
    active: z.object({
      uri: z.string(),
      upstream: z.string().optional(),
      interval: z.number().optional(),
      timeout: z.number().optional(),
    }),
    passive: z.object({ fail_duration: z.number().optional(), max_fails: z.number().optional() }).optional(),
  }),
})

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
  const slowest = (pick: (handler: z.infer<typeof handlerSchema>) => number) =>
    Math.max(pick(first), ...others.map(pick))
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

function handlersIn(node: unknown): z.infer<typeof handlerSchema>[] {
  if (Array.isArray(node)) return node.flatMap(handlersIn)
  if (!node || typeof node !== 'object') return []
  // A configuration has a hundred nodes, and to ask the schema about each takes longer than all else that is read of it.
  const parsed = 'upstreams' in node ? handlerSchema.safeParse(node) : undefined
  return parsed?.success ? [parsed.data] : Object.values(node).flatMap(handlersIn)
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
