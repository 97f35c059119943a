import { applyEdits, type Edit, lineBelow } from '../edit.ts'
import { treeOf } from '../judge/lines.ts'
import type { Line } from '../parse.ts'
import { type AppProxy, findProxies } from '../proxies.ts'
import type { Repair } from './mending.ts'

const GATE = '127.0.0.1:2020'
const TARGET = '{http.reverse_proxy.active.target_upstream}'
/** What a reverse proxy of the app needs, with the values of the bundled Caddyfile, and what stands in for each. */
const NEEDED: readonly { readonly words: string; readonly unless: readonly string[] }[] = [
  { words: 'lb_policy least_conn', unless: ['lb_policy'] },
  { words: 'lb_try_duration 15s', unless: ['lb_try_duration', 'lb_retries'] },
  { words: 'health_uri /api/health', unless: ['health_uri'] },
  { words: 'health_interval 1s', unless: ['health_interval', 'health_uri'] },
  { words: 'health_timeout 3s', unless: ['health_timeout', 'health_uri'] },
  { words: `health_upstream ${GATE}`, unless: ['health_upstream'] },
  { words: 'fail_duration 2s', unless: ['fail_duration', 'health_uri'] },
]

/** Health checks through the gate, for every reverse proxy of the app that lacks them. */
export const repairChecks: Repair = (text, { app }) => {
  const proxies = findProxies(treeOf(text), app).filter(({ upstreams }) => upstreams.length > 0)
  const edits = proxies.flatMap((proxy) => [...redirections(proxy), ...additions(text, proxy)])
  if (edits.length === 0) return undefined
  // Proxies that import one snippet share its words.
  const own = new Map(edits.map((edit) => [`${edit.from}-${edit.to}`, edit]))
  return { text: applyEdits(text, [...own.values()]), done: 'The health checks go through the gate.' }
}

/** A health_upstream that leads elsewhere. */
function redirections({ lines }: AppProxy): Edit[] {
  const address = named(lines, 'health_upstream')?.words[1]
  return address === undefined || address.text === GATE
    ? []
    : [{ from: address.start, to: address.end, text: GATE }]
}

function additions(text: string, { line, lines }: AppProxy): Edit[] {
  const has = (name: string) => named(lines, name) !== undefined
  const headers = named(lines, 'health_headers')
  const header = `X-Upstream ${TARGET}`
  const inHeaders: Edit[] = []
  if (headers?.block && !headers.block.lines.some(({ words }) => words[0]?.text === 'X-Upstream'))
    inHeaders.push(below(text, headers.block.open.end, headers.words[0]?.start ?? 0, [header]))
  const missing = [
    ...NEEDED.filter(({ unless }) => !unless.some(has)).map(({ words }) => words),
    ...(headers ? [] : ['health_headers {', `\t${header}`, '}']),
  ]
  if (missing.length === 0) return inHeaders
  const start = line.words[0]?.start ?? 0
  if (line.block) return [...inHeaders, below(text, line.block.open.end, start, missing)]
  const end = line.words.at(-1)?.end ?? start
  const block = below(text, end, start, missing)
  return [...inHeaders, { ...block, text: ` {${block.text}${lineBelow(text, start)}}` }]
}

/** Lines right behind an offset, one step deeper than the directive that they belong to. */
function below(text: string, offset: number, directive: number, lines: readonly string[]): Edit {
  return {
    from: offset,
    to: offset,
    text: lines.map((line) => `${lineBelow(text, directive)}\t${line}`).join(''),
  }
}

const named = (lines: readonly Line[], name: string): Line | undefined =>
  lines.findLast(({ words }) => words[0]?.text === name)
