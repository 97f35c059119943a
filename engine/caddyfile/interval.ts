import { parseDuration, writeDuration } from '../project/read/units.ts'
import { applyEdits, type Edit, lineBelow, lineEndOf } from './edit.ts'
import type { Line } from './parse.ts'
import type { App, AppProxy } from './proxies.ts'
import { atLine, editing, NotEditable, proxiesOf, type Setting, settingOf } from './setting.ts'
import type { Token } from './token.ts'

/** Caddy's own: https://caddyserver.com/docs/caddyfile/directives/reverse_proxy#active-health-checks */
const DEFAULT = 30_000

/** How often the app's instances are checked, in milliseconds; of several proxies the slowest counts. */
export function readHealthInterval(source: string, app: App): Setting {
  return settingOf(() => {
    const found = intervalsOf(source, app)
    const slowest = found.reduce((a, b) => (b.value > a.value ? b : a))
    return { value: slowest.value, source: slowest.word ? atLine(slowest.word.line) : 'default' }
  })
}

/**
 * A Caddyfile with another interval, in milliseconds, wherever the app is checked; everything else stays byte for byte.
 *
 * @throws ShoalError `caddyfile-invalid` when there are no active checks, or a variable says how often.
 */
export function withHealthInterval(source: string, app: App, interval: number): string {
  return editing('The health interval', () => {
    const edits = intervalsOf(source, app).map((found): Edit | undefined => {
      if (found.value === interval) return undefined
      const written = writeDuration(interval)
      if (found.word === undefined) {
        const at = lineEndOf(source, found.check.end)
        return { from: at, to: at, text: `${lineBelow(source, found.check.start)}health_interval ${written}` }
      }
      const { start, end, quote } = found.word
      return { from: start, to: end, text: `${quote}${written}${quote}` }
    })
    const wanted = edits.filter((edit) => edit !== undefined)
    // Proxies that import one snippet share its words.
    const own = new Map(wanted.map((edit) => [edit.from, edit]))
    return applyEdits(source, [...own.values()])
  })
}

interface Interval {
  readonly value: number
  /** The duration as written; undefined where none is. */
  readonly word: Token | undefined
  /** The word that turns the checks on. */
  readonly check: Token
}

function intervalsOf(source: string, app: App): Interval[] {
  const found = proxiesOf(source, app).proxies.flatMap((proxy) => intervalOf(proxy) ?? [])
  if (found.length === 0) throw new NotEditable('Caddyfile: the app has no active health checks')
  return found
}

function intervalOf({ lines }: AppProxy): Interval | undefined {
  const named = (name: string): Line | undefined => lines.findLast(({ words }) => words[0]?.text === name)
  const check = (named('health_uri') ?? named('health_port'))?.words[0]
  if (check === undefined) return undefined
  const line = named('health_interval')
  if (line === undefined) return { value: DEFAULT, word: undefined, check }
  const [directive, word, ...others] = line.words
  const value = parseDuration(word?.text ?? '')
  if (word === undefined || word.quote === '<<' || others.length > 0 || value === undefined)
    throw new NotEditable(`${atLine(directive?.line ?? 1)}: the interval is not written as a duration`)
  return { value, word, check }
}
