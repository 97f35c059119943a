import { describe, expect, it } from 'vitest'
import { waitFor } from '../../../../../engine/stack/execute/wait.ts'

const open = new AbortController().signal

describe('waitFor', () => {
  it('tries until it gets something, false and 0 included', async () => {
    const answers = [undefined, undefined, 0]
    const attempt = async () => answers.shift()
    expect(await waitFor(attempt, { interval: 1, deadline: 60_000, signal: open })).toBe(0)
  })

  it('gives up where no further try fits before the deadline', async () => {
    let clock = 0
    const tried: number[] = []
    const attempt = async () => {
      tried.push(clock)
      clock += 3
      return undefined
    }
    const options = { interval: 2, deadline: 10, signal: open, now: () => clock }
    expect([await waitFor(attempt, options), tried]).toEqual([undefined, [0, 3, 6]])
  })

  it('tries once even where there is no time at all', async () => {
    expect(await waitFor(async () => 'now', { interval: 1, deadline: 0, signal: open })).toBe('now')
  })

  it('throws what a try throws', async () => {
    const fault = new Error('no')
    const attempt = () => Promise.reject(fault)
    await expect(waitFor(attempt, { interval: 1, deadline: 1_000, signal: open })).rejects.toBe(fault)
  })

  it('ends at once when the signal fires while it waits', async () => {
    const stop = new AbortController()
    const attempt = async () => {
      setTimeout(() => stop.abort(new Error('enough')), 5)
      return undefined
    }
    const waiting = waitFor(attempt, { interval: 600_000, deadline: 6_000_000, signal: stop.signal })
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError', cause: new Error('enough') })
  })

  it("does not try after the signal fired, and throws the signal's reason", async () => {
    const reason = new Error('enough')
    const attempt = () => Promise.reject(new Error('tried'))
    await expect(
      waitFor(attempt, { interval: 1, deadline: 1, signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason)
  })
})
