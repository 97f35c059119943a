import { expect, test } from 'vitest'
import { parseHistory } from '../../../../engine/history/parse.ts'

const begin = (id: string) => ({ id, command: `scale ${id}`, at: Number(id) })
const end = (id: string) => ({ ...begin(id), took: 5, outcome: 'done' as const, operations: [] })
const interrupted = (id: string) => ({ ...end(id), took: null, outcome: 'interrupted' as const })
const text = (...lines: unknown[]) =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')

test('commands come in the order in which they began', () => {
  const lines = text({ begin: begin('1') }, { end: end('1') }, { begin: begin('2') }, { end: end('2') })
  expect(parseHistory(lines)).toEqual([end('1'), end('2')])
  expect(parseHistory(lines, () => true)).toEqual([end('1'), end('2')])
})

test('a command without an end was interrupted, unless it is the newest and runs still', () => {
  const lines = text({ begin: begin('1') }, { begin: begin('2') }, { end: end('2') }, { begin: begin('3') })
  expect(parseHistory(lines)).toEqual([interrupted('1'), end('2'), interrupted('3')])
  expect(parseHistory(lines, () => true)).toEqual([interrupted('1'), end('2')])
  expect(parseHistory(lines, ({ at }) => at >= 4)).toEqual([interrupted('1'), end('2'), interrupted('3')])
})

test('lines that make no sense are skipped', () => {
  expect(
    parseHistory(text('', 'garbage', '{"end":{}}', '{"begin":', { end: end('1') }, '[]', 'null')),
  ).toEqual([end('1')])
  expect(parseHistory('')).toEqual([])
})
