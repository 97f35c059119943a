import { expect, test } from 'vitest'
import type { TimelineEntry } from '../../../../contract/timeline.ts'
import { parseTimeline } from '../../../../engine/timeline/parse.ts'
import { shorten } from '../../../../engine/timeline/shorten.ts'

const begin = (id: string) => ({ id, command: `scale ${id}`, at: Number(id) })
const entry = (id: string): TimelineEntry => ({
  ...begin(id),
  kind: 'command',
  what: `scale ${id}`,
  container: null,
  cause: 'shoal',
  took: 5,
  outcome: 'done',
  operations: [],
  requests: { total: 10, lost: 0, counted: true },
})
const interrupted = (id: string): TimelineEntry => ({
  ...entry(id),
  took: null,
  outcome: 'interrupted',
  requests: null,
})
const operation: TimelineEntry['operations'][number] = {
  id: 'stop shop-app-3',
  verb: 'stop',
  target: 'shop-app-3',
  cause: 'scale 3 -> 2',
  state: 'waiting',
  detail: '',
  at: null,
  took: null,
}
const text = (...lines: unknown[]) =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')

test('entries come in the order of time; one that is told again is there as it was told last', () => {
  const better = { ...entry('1'), took: 7 }
  expect(parseTimeline(text({ entry: entry('2') }, { entry: entry('1') }, { entry: better }))).toEqual({
    entries: [better, entry('2')],
    open: undefined,
    dropped: 0,
    garbage: 0,
  })
})

test('a command without an end was interrupted; the newest may run still', () => {
  const lines = text(
    { begin: begin('1') },
    { begin: begin('2') },
    { entry: entry('2') },
    { begin: begin('3') },
    { plan: { id: '3', operations: [operation] } },
  )
  expect(parseTimeline(lines)).toEqual({
    entries: [
      interrupted('1'),
      entry('2'),
      { ...interrupted('3'), what: 'scale 3 -> 2', operations: [operation] },
    ],
    open: { begin: begin('3'), planned: true },
    dropped: 0,
    garbage: 0,
  })
})

test('lines that make no sense are skipped, and counted', () => {
  const lines = text('', 'garbage', '{"entry":{}}', '{"begin":', { entry: entry('1') }, '[]', 'null')
  expect(parseTimeline(lines)).toMatchObject({ entries: [entry('1')], garbage: 5 })
  expect(parseTimeline('')).toEqual({ entries: [], open: undefined, dropped: 0, garbage: 0 })
})

test('a shortened text tells the same, but for what is dropped and the command that runs', () => {
  const lines = text(
    { dropped: 4 },
    { entry: entry('7') },
    { begin: begin('2000') },
    { plan: { id: '2000', operations: [operation] } },
  )
  const known = parseTimeline(lines)
  expect(parseTimeline(shorten(known))).toEqual(known)
  const many = Array.from({ length: 1_005 }, (_, at) => entry(String(at + 1)))
  const short = parseTimeline(shorten({ ...known, entries: [...many, ...known.entries.slice(-1)] }))
  expect([short.entries.length, short.entries[0]?.id, short.dropped, short.open?.begin.id]).toEqual([
    1_001,
    '6',
    5,
    '2000',
  ])
})

test('a shortened text has its bound in bytes', () => {
  const large = { ...entry('1'), what: 'x'.repeat(100_000) }
  const entries = Array.from({ length: 20 }, (_, at) => ({ ...large, id: String(at), at }))
  const short = shorten({ entries, open: undefined, dropped: 0, garbage: 0 })
  expect(short.length).toBeLessThanOrEqual(1024 * 1024 + 100)
  expect(parseTimeline(short).entries.map(({ id }) => id)).toEqual([
    '10',
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
  ])
})
