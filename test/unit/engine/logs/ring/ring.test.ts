import { expect, test } from 'vitest'
import { Cursor } from '../../../../../engine/logs/ring/cursor.ts'
import { Ring, type RingLimits } from '../../../../../engine/logs/ring/ring.ts'
import type { LogSource } from '../../../../../engine/logs/source.ts'

const noisy: LogSource = { id: 'a1', name: 'demo-app-1', service: 'app', index: 1 }
const quiet: LogSource = { id: 'p1', name: 'demo-postgres-1', service: 'postgres', index: 1 }

function ringOf(limits: Partial<RingLimits> = {}) {
  const ring = new Ring({ lines: 1_000, bytes: 1e6, ...limits })
  const write = (source: LogSource, time: number, text: string, stream: 'stdout' | 'stderr' = 'stdout') =>
    ring.add(ring.strandOf(source), { time, nanos: 0, stamp: '', stream, text }, time)
  const read = (cursor: Cursor, most = 1_000) => {
    const { passages, skipped } = cursor.take(most)
    return { texts: passages.map(({ text }) => text), skipped }
  }
  const cursor = (tail = Number.POSITIVE_INFINITY) => new Cursor(ring, () => true, { tail })
  return { ring, write, read, cursor }
}

test('lines of several logs get one order, by their stamps', () => {
  const { ring, write, read, cursor } = ringOf()
  for (const time of [1, 3, 5]) write(noisy, time, `a ${time}`)
  for (const time of [2, 4, 6]) write(quiet, time, `p ${time}`)
  ring.release(0, 10)
  expect(read(cursor())).toEqual({ texts: ['a 1', 'p 2', 'a 3', 'p 4', 'a 5', 'p 6'], skipped: 0 })
})

test('a line waits for an earlier one of another log, and one that is late for nothing', () => {
  const { ring, write, read, cursor } = ringOf()
  const reader = cursor()
  write(noisy, 5, 'five')
  expect(ring.release(100, 50)).toBe(true)
  expect(read(reader).texts).toEqual([])
  ring.add(ring.strandOf(quiet), { time: 4, nanos: 0, stamp: '', stream: 'stdout', text: 'four' }, 60)
  expect(ring.release(100, 105)).toBe(false)
  expect(read(reader).texts).toEqual(['four', 'five'])
  ring.add(ring.strandOf(quiet), { time: 1, nanos: 0, stamp: '', stream: 'stdout', text: 'late' }, 110)
  ring.release(100, 210)
  expect(read(reader).texts).toEqual(['late'])
})

test('the longest log makes room, so that the few lines of a quiet one stay', () => {
  const { ring, write, read, cursor } = ringOf({ lines: 100 })
  write(quiet, 0, 'quiet')
  for (let time = 1; time <= 5_000; time++) write(noisy, time, `${time}`)
  ring.release(0, 6_000)
  const { texts } = read(cursor())
  expect([texts[0], texts.length, texts.at(-1)]).toEqual(['quiet', 100, '5000'])
})

test('memory is bounded by bytes too, whatever the lines are like', () => {
  const { ring, write } = ringOf({ lines: 1e6, bytes: 1e6 })
  for (let time = 1; time <= 3_000; time++) write(noisy, time, 'x'.repeat(time % 50 === 0 ? 20_000 : 200))
  expect(ring.bytes).toBeLessThan(1.1e6)
})

test('each reader goes its own way; one that is too slow is told how many lines it missed', () => {
  const { ring, write, read, cursor } = ringOf({ lines: 100 })
  const [fast, slow] = [cursor(), cursor()]
  let seen = 0
  for (let time = 1; time <= 350; time++) {
    write(noisy, time, `${time}`)
    ring.release(0, time)
    seen += read(fast).texts.length
  }
  const late = read(slow)
  expect([seen, late.skipped, late.texts[0], late.texts.length]).toEqual([350, 250, '251', 100])
})

test('a stack is one record although another stream writes in between, and its rest is found again', () => {
  const { ring, write, read, cursor } = ringOf()
  const live = cursor()
  write(noisy, 1, 'Error: x', 'stderr')
  write(noisy, 2, 'meanwhile')
  write(noisy, 3, '    at a', 'stderr')
  ring.release(0, 3)
  expect(read(live).texts).toEqual(['Error: x\n    at a', 'meanwhile'])
  write(noisy, 4, '    at b', 'stderr')
  ring.release(0, 4)
  const [rest] = live.take(10).passages.map((passage) => passage.record())
  expect(rest).toMatchObject({ text: '    at b', level: 'error', continues: expect.any(Number) })
  expect(read(cursor()).texts).toEqual(['Error: x\n    at a\n    at b', 'meanwhile'])
})

test('a reader begins so many lines from the end, never in the middle of a record', () => {
  const { ring, write, read, cursor } = ringOf()
  for (const [at, text] of ['one', 'Error: x', '    at a', '    at b', 'two'].entries())
    write(noisy, at, text)
  ring.release(0, 10)
  expect(read(cursor(2)).texts).toEqual(['Error: x\n    at a\n    at b', 'two'])
})

test('a reader goes on behind a place', () => {
  const { ring, write, read, cursor } = ringOf()
  for (const time of [1, 2, 3]) write(noisy, time, `${time}`)
  ring.release(0, 10)
  const [, second] = cursor().take(10).passages
  expect(read(new Cursor(ring, () => true, { after: second?.place ?? 0 })).texts).toEqual(['3'])
})
