import { expect, test } from 'vitest'
import type { LogLine } from '../../../../../../contract/models.ts'
import { LineStore } from '../../../../../../renderer/features/logs/lines/line-store.ts'

const line = (text: string, stream: LogLine['stream'] = 'stdout'): LogLine => ({
  time: 1,
  service: 'app',
  container: 'demo-app-1',
  index: 1,
  stream,
  text,
})

test('the oldest lines make room, and every line keeps its number', () => {
  const store = new LineStore(3)
  store.append(['a', 'b', 'c', 'd', 'e'].map((text) => line(text)))
  expect([store.first, store.end]).toEqual([2, 5])
  expect([0, 1, 2, 3, 4, 5].map((number) => store.line(number)?.text)).toEqual([
    undefined,
    undefined,
    'c',
    'd',
    'e',
    undefined,
  ])
})

test('long lines leave room for fewer', () => {
  const store = new LineStore(100, 1_000)
  store.append(Array.from({ length: 10 }, () => line('x'.repeat(400))))
  expect([store.first, store.end]).toEqual([8, 10])
})

test('a stack is as bad as what it belongs to, in its own stream', () => {
  const store = new LineStore(10)
  store.append([
    line('Error: boom', 'stderr'),
    line('GET /'),
    line('    at main', 'stderr'),
    line('  indented'),
    line('fine', 'stderr'),
  ])
  expect([0, 1, 2, 3, 4].map((number) => store.level(number))).toEqual([4, 0, 4, 0, 0])
})
