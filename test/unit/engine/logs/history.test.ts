import { expect, test } from 'vitest'
import type { LogEntry } from '../../../../engine/docker/gateway.ts'
import { History } from '../../../../engine/logs/history.ts'

const entry = (nanoseconds: number, text = String(nanoseconds)): LogEntry => {
  const fraction = String(nanoseconds).padStart(9, '0')
  return {
    time: 1_000 + Math.floor(nanoseconds / 1e6),
    stamp: `1970-01-01T00:00:01.${fraction}Z`,
    stream: 'stdout',
    text,
  }
}

/** The entries that are new, given one after the other. */
function fresh(entries: readonly LogEntry[]): string[] {
  const history = new History()
  return entries
    .filter((one) => {
      if (history.has(one)) return false
      history.note(one)
      return true
    })
    .map(({ text }) => text)
}

test('lines that are given again from an earlier one on are known, and what follows them is new', () => {
  const entries = [1_000, 2_000, 3_000, 4_000].map((at) => entry(at))
  expect(fresh([...entries, ...entries.slice(1), entry(5_000)])).toEqual([
    '1000',
    '2000',
    '3000',
    '4000',
    '5000',
  ])
})

test('the last line alone, given again, is known; another one of the same moment is not', () => {
  expect(fresh([entry(1_000, 'a'), entry(1_000, 'a'), entry(1_000, 'b')])).toEqual(['a', 'b'])
})

test('a late line, or one of a clock that was set back, is new', () => {
  expect(fresh([entry(2_000), entry(9_000), entry(5_000)])).toEqual(['2000', '9000', '5000'])
  expect(fresh([entry(2_000), entry(1_000), entry(3_000)])).toEqual(['2000', '1000', '3000'])
})

test('a long replay is known however often the memory was turned over', () => {
  const entries = Array.from({ length: 300_000 }, (_, at) => entry(at * 1_000 + 1_000))
  const replay = entries.slice(-100_000)
  expect(fresh([...entries, ...replay, entry(400_000_000)]).length).toBe(300_001)
})
