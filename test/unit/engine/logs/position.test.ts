import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../../../../engine/docker/gateway.ts'
import { Position } from '../../../../engine/logs/position.ts'

const entry = (nanoseconds: number, text: string): LogEntry => ({
  time: 1_000,
  stamp: `1970-01-01T00:00:01.000${String(nanoseconds).padStart(6, '0')}Z`,
  stream: 'stdout',
  text,
})

describe('Position', () => {
  it('takes what comes late with a known stamp for a line that Docker gives again', () => {
    const position = new Position()
    const taken = [entry(1_000, 'a'), entry(9_000, 'b'), entry(1_000, 'a')].map((one) => position.accept(one))
    expect(taken).toEqual([true, true, false])
  })

  it('takes two entries with one stamp for two where the log gives none twice', () => {
    const position = new Position(true)
    const taken = [entry(1_000, 'a'), entry(9_000, 'b'), entry(1_000, 'c')].map((one) => position.accept(one))
    expect(taken).toEqual([true, true, true])
  })

  it('knows what was read before when it reads on, in such a log as well', () => {
    const position = new Position(true)
    for (const one of [entry(1_000, 'a'), entry(1_000, 'b')]) position.accept(one)
    position.rewind()
    const again = [entry(1_000, 'a'), entry(1_000, 'b'), entry(1_000, 'c')].map((one) => position.accept(one))
    expect(again).toEqual([false, false, true])
  })
})
