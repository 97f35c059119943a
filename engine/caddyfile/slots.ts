import { isDeepStrictEqual } from 'node:util'
import { applyEdits, type Edit, lineBelow, lineEndOf, lineStartOf } from './edit.ts'
import { allLines, type Line } from './parse.ts'
import type { App, Upstream } from './proxies.ts'
import { atLine, editing, NotEditable, proxiesOf, type Setting, settingOf } from './setting.ts'

/** New lines hold at least this many addresses. */
const WIDTH = 5

/** How many slots a Caddyfile has for the app: the addresses `<app>-1` up to `<app>-N`. */
export function readMaxScale(source: string, app: App): Setting {
  return settingOf(() => {
    const [list = []] = listsOf(source, app)
    return { value: list.length, source: atLine(list[0]?.token.line ?? 1) }
  })
}

/**
 * A Caddyfile with slots for exactly `count` instances. Addresses are added behind the last one, or taken away from the
 * end; everything else stays byte for byte.
 *
 * @throws ShoalError `caddyfile-invalid` when the list is not one of `<app>-1` up to `<app>-N`.
 */
export function withMaxScale(source: string, app: App, count: number): string {
  return editing('The maximum scale', () => {
    const edits = listsOf(source, app).flatMap((list) => editsOf(source, list, count))
    const edited = applyEdits(source, edits)
    const done = listsOf(edited, app).every((list) => list.length === count)
    if (!done || !isDeepStrictEqual(withoutSlots(edited, app), withoutSlots(source, app)))
      throw new NotEditable('Caddyfile: its list of slots is written in an unusual way')
    return edited
  })
}

/** Each place where the slots are listed. Throws NotEditable unless all of them list the same slots from 1 on. */
function listsOf(source: string, app: App): Upstream[][] {
  const lists = new Map<number, Upstream[]>()
  for (const { upstreams, line } of proxiesOf(source, app).proxies) {
    const where = atLine(line.words[0]?.line ?? 1)
    const other = upstreams.find(({ index }) => index === undefined)
    if (other !== undefined) throw new NotEditable(`${where}: not every upstream is an instance of the app`)
    const kinds = new Set(upstreams.map((upstream) => upstream.line.words[0]?.text))
    if (kinds.size > 1) throw new NotEditable(`${where}: the upstreams stand in two places`)
    const numbers = upstreams.map(({ index }) => index)
    if (numbers.some((index, position) => index !== position + 1))
      throw new NotEditable(`${where}: the slots are not numbered from 1 on`)
    lists.set(upstreams[0]?.token.start ?? 0, [...upstreams])
  }
  const all = [...lists.values()]
  if (new Set(all.map((list) => list.length)).size > 1)
    throw new NotEditable('Caddyfile: its reverse proxies have different numbers of slots')
  return all
}

function editsOf(source: string, list: readonly Upstream[], count: number): Edit[] {
  return count < list.length ? removals(source, list, count) : additions(source, list, count)
}

/** Takes addresses away, and a line that is left without any. */
function removals(source: string, list: readonly Upstream[], count: number): Edit[] {
  const surplus = new Set(list.slice(count).map(({ token }) => token))
  return [...new Set(list.map(({ line }) => line))].flatMap((line): Edit[] => {
    const [first, last] = [line.words[0], line.words.at(-1)]
    const goes = line.words.filter((word) => surplus.has(word))
    if (first === undefined || last === undefined || goes.length === 0) return []
    if (goes.length === line.words.length - 1) {
      const from = lineStartOf(source, first.start)
      const next = source.indexOf('\n', last.end)
      return [{ from, to: next === -1 ? source.length : next + 1, text: '' }]
    }
    const kept = line.words.findLast((word) => !surplus.has(word) && word.start < (goes[0]?.start ?? 0))
    return [{ from: kept?.end ?? last.end, to: last.end, text: '' }]
  })
}

/** Adds addresses like the last one: on its line as far as the others reach, then on lines of their own. */
function additions(source: string, list: readonly Upstream[], count: number): Edit[] {
  const last = list.at(-1)
  if (last === undefined || count === list.length) return []
  const written = source.slice(last.token.start, last.token.end)
  const names = Array.from({ length: count - list.length }, (_, position) =>
    written.replace(/-\d+((?::\d+)?["`]?)$/, `-${list.length + position + 1}$1`),
  )
  const inLine = (line: Line) => list.filter((upstream) => upstream.line === line).length
  const [directive] = last.line.words
  const width = directive?.text === 'to' ? Math.max(WIDTH, inLine(list[0]?.line ?? last.line)) : count
  const room = Math.max(0, width - inLine(last.line))
  const beside = names.slice(0, room).map((name) => ` ${name}`)
  const below: string[] = []
  for (let at = room; at < names.length; at += width)
    below.push(`${lineBelow(source, directive?.start ?? 0)}to ${names.slice(at, at + width).join(' ')}`)
  const end = lineEndOf(source, last.token.end)
  return [
    { from: last.token.end, to: last.token.end, text: beside.join('') },
    ...(below.length === 0 ? [] : [{ from: end, to: end, text: below.join('') }]),
  ]
}

/** What the file says besides the slots, to see that an edit changed nothing else. */
function withoutSlots(source: string, app: App): string[][] {
  const { tree, proxies } = proxiesOf(source, app)
  const slots = new Set(proxies.flatMap(({ upstreams }) => upstreams.map(({ token }) => token)))
  const lines = allLines(tree).map(({ words }) => {
    const others = words.filter((word) => !slots.has(word)).map(({ text }) => text)
    return others.length < words.length && others[0] === 'to' ? [] : others
  })
  return lines.filter((words) => words.length > 0)
}
