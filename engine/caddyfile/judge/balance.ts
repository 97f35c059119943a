import type { CaddyProblem } from '../../../contract/caddyfile.ts'
import { isRecord } from '../../caddy/shape.ts'
import type { Line } from '../parse.ts'
import { findProxies } from '../proxies.ts'
import { at, dialsOf, findAll, isText, type Json } from './handlers.ts'
import { begins, lineWhere, treeOf } from './lines.ts'
import { type Subject, shoalProblem } from './subject.ts'

const GATE = '127.0.0.1:2020'
const HINT = 'See the snippet (instances) of the bundled Caddyfile.'
/** Measured: with upstreams down, one answers most requests with 503, the other with an error of its own. */
const UNSAFE: ReadonlySet<string> = new Set(['random_choose', 'weighted_round_robin'])

/** How the app's requests are spread: over a slot for each instance, checked through the gate. */
export function judgeBalance(subject: Subject): CaddyProblem[] {
  const { config, text, app } = subject
  const proxies = findAll(config, ({ handler }) => handler === 'reverse_proxy')
  const balanced = proxies.filter((proxy) => isBalanced(proxy, app.name))
  if (balanced.length === 0) return [nobodyBalanced(subject, proxies)]
  const [line = null] = findProxies(treeOf(text), app).map((proxy) => proxy.line.words[0]?.line ?? null)
  const subs = findProxies(treeOf(text), app).flatMap((proxy) => proxy.lines)
  const where = (name: string) => subs.find(begins(name))?.words[0]?.line ?? line
  return unique(
    balanced.flatMap((proxy) => [
      ...judgeSlots(subject, proxy, where('to')),
      ...judgeChecks(proxy, line, where),
      ...judgePolicy(proxy, where('lb_policy')),
    ]),
  )
}

/** Several slots, or one with health checks: a proxy to a single instance of one's choice is something else. */
function isBalanced(proxy: Json, app: string): boolean {
  const slots = slotsOf(proxy, app)
  return slots.length > 1 || (slots.length === 1 && isRecord(at(proxy, 'health_checks', 'active')))
}

function slotsOf(proxy: Json, app: string): number[] {
  return dialsOf(proxy).flatMap((dial) => {
    const [, name, index] = /^(.+)-(\d+):\d+$/.exec(dial) ?? []
    return name === app ? [Number(index)] : []
  })
}

function nobodyBalanced({ text, service, app }: Subject, proxies: readonly Json[]): CaddyProblem {
  const whole = proxies.flatMap(dialsOf).find((dial) => dial.replace(/:\d+$/, '') === service)
  if (whole === undefined)
    return shoalProblem(
      'app-missing',
      'No reverse_proxy sends requests to the app: nobody would be served.',
      `It has to name ${app.name}-1, ${app.name}-2 and so on. ${HINT}`,
      { repairable: false },
    )
  return shoalProblem(
    'slots-missing',
    `${whole} is one upstream, whatever number of instances it stands for: requests would not be balanced, and one unhealthy instance would take all of them down.`,
    HINT,
    { line: lineWhere(text, (line: Line) => line.words.some((word) => word.text === whole)) },
  )
}

function judgeSlots({ app, scale }: Subject, proxy: Json, line: number | null): CaddyProblem[] {
  const slots = new Set(slotsOf(proxy, app.name))
  const without = Array.from({ length: scale }, (_, index) => index + 1).filter((index) => !slots.has(index))
  if (without.length === 0) return []
  const names = without.map((index) => `${app.name}-${index}`).join(', ')
  return [
    shoalProblem('slots-few', `There is no slot for ${names}: it would get no requests.`, HINT, { line }),
  ]
}

function judgeChecks(
  proxy: Json,
  line: number | null,
  where: (name: string) => number | null,
): CaddyProblem[] {
  const active = at(proxy, 'health_checks', 'active')
  if (!isRecord(active) || !isText(active.uri))
    return [
      shoalProblem(
        'health-checks',
        'The app has no active health checks: a sick instance would go on getting requests, and Shoal could not take one out.',
        HINT,
        { line },
      ),
    ]
  const headers = at(active, 'headers', 'X-Upstream')
  const named = Array.isArray(headers) && headers.length > 0
  if (active.upstream === GATE && named) return []
  return [
    shoalProblem(
      'health-upstream',
      named
        ? `The health checks do not go through the gate (health_upstream ${GATE}): Shoal could not take an instance out before it stops.`
        : 'The health checks do not say whom they ask for (health_headers with X-Upstream): the gate could not answer them.',
      HINT,
      { line: where('health_uri') },
    ),
  ]
}

function judgePolicy(proxy: Json, line: number | null): CaddyProblem[] {
  const policy = at(proxy, 'load_balancing', 'selection_policy', 'policy')
  if (!isText(policy) || !UNSAFE.has(policy)) return []
  return [
    shoalProblem(
      'unsafe-policy',
      `With ${policy} requests fail while a slot is empty, which most of them usually are.`,
      'Choose least_conn, round_robin, random, first, ip_hash, client_ip_hash, uri_hash, header, query or cookie.',
      { line, severity: 'warning', repairable: false },
    ),
  ]
}

/** Requests and streams are balanced by proxies of their own, mostly with the same words. */
function unique(problems: readonly CaddyProblem[]): CaddyProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.message} ${problem.line}`, problem])).values()]
}
