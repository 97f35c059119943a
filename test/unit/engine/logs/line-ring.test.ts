import { expect, test } from 'vitest'
import type { LogLine } from '../../../../contract/models.ts'
import { LineRing } from '../../../../engine/logs/line-ring.ts'

const line = (text: string): LogLine => ({
  time: 1,
  service: 'app',
  container: 'demo-app-1',
  index: 1,
  stream: 'stdout',
  text,
})
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => line(String(from + at)))
const textsOf = ({ lines, skipped }: { lines: LogLine[]; skipped: number }) => ({
  texts: lines.map(({ text }) => text),
  skipped,
})

test('while there is room no line is lost, however they are taken', () => {
  const ring = new LineRing({ lines: 10, bytes: 1e6 })
  ring.push(numbers(1, 6))
  expect(textsOf(ring.take(4))).toEqual({ texts: ['1', '2', '3', '4'], skipped: 0 })
  ring.push(numbers(7, 14))
  expect(textsOf(ring.take(100))).toEqual({ texts: numbers(5, 14).map(({ text }) => text), skipped: 0 })
  expect(textsOf(ring.take(100))).toEqual({ texts: [], skipped: 0 })
})

test('a full ring lets go of the oldest lines and counts them once', () => {
  const ring = new LineRing({ lines: 3, bytes: 1e6 })
  ring.push(numbers(1, 5))
  ring.push(numbers(6, 6))
  expect(textsOf(ring.take(2))).toEqual({ texts: ['4', '5'], skipped: 3 })
  ring.push(numbers(7, 7))
  expect(textsOf(ring.take(9))).toEqual({ texts: ['6', '7'], skipped: 0 })
})

test('long lines fill it by their bytes, and one line always fits', () => {
  const ring = new LineRing({ lines: 100, bytes: 1_000 })
  const long = ['a', 'b', 'c'].map((letter) => line(letter.repeat(300)))
  ring.push(long)
  expect(textsOf(ring.take(9)).skipped).toBe(1)
  ring.push([line('x'.repeat(5_000))])
  expect(ring.take(9).lines.length).toBe(1)
})

test('a ring that is turned over many times stays as it is', () => {
  const ring = new LineRing({ lines: 50, bytes: 1e6 })
  for (let round = 0; round < 100; round++) ring.push(numbers(round * 100, round * 100 + 99))
  expect(ring.size).toBe(50)
  expect(textsOf(ring.take(1))).toEqual({ texts: ['9950'], skipped: 9_950 })
})
