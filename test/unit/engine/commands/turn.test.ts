import { describe, expect, it } from 'vitest'
import { ProjectSlot } from '../../../../engine/commands/host.ts'
import { cancelAll, takeTurn } from '../../../../engine/commands/turn.ts'

/** Work that lasts until it is told to end, or until its signal fires. */
function work(name: string, log: string[]) {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const run = async (signal: AbortSignal) => {
    log.push(`${name} begins`)
    await Promise.race([
      ended,
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    ])
    log.push(`${name} ends`)
    return name
  }
  return { run, end }
}

/** Lets everything that is due run. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('takeTurn', () => {
  it('runs one after another, also after one that failed', async () => {
    const slot = new ProjectSlot()
    const log: string[] = []
    const [one, two] = [work('one', log), work('two', log)]
    const failing = takeTurn(slot, {}, async () => {
      throw new Error('no')
    })
    const first = takeTurn(slot, {}, one.run)
    const second = takeTurn(slot, {}, two.run)
    await expect(failing).rejects.toMatchObject({ code: 'internal' })
    await settle()
    expect(log).toEqual(['one begins'])
    one.end()
    two.end()
    expect([await first, await second, log]).toEqual([
      'one',
      'two',
      ['one begins', 'one ends', 'two begins', 'two ends'],
    ])
  })

  it('lets the newest of a kind take the place of the one that runs and of those that wait', async () => {
    const slot = new ProjectSlot()
    const log: string[] = []
    const [three, five, eight] = ['3', '5', '8'].map((name) => work(name, log))
    if (!three || !five || !eight) throw new Error('three pieces of work')
    const change = { supersedes: 'scale' }
    const first = takeTurn(slot, change, three.run)
    await settle()
    const outcomes = Promise.allSettled([first, takeTurn(slot, change, five.run)])
    const last = takeTurn(slot, change, eight.run)
    eight.end()
    expect([await last, (await outcomes).map((one) => one.status === 'rejected' && one.reason.code)]).toEqual(
      ['8', ['superseded', 'superseded']],
    )
    expect([log, slot.latest.size]).toEqual([['3 begins', '8 begins', '8 ends'], 0])
  })

  it('leaves changes of another kind alone', async () => {
    const slot = new ProjectSlot()
    const log: string[] = []
    const env = work('env', log)
    const first = takeTurn(slot, {}, env.run)
    const scaled = takeTurn(slot, { supersedes: 'scale' }, async () => 'scaled')
    await settle()
    env.end()
    expect([await first, await scaled]).toEqual(['env', 'scaled'])
  })

  it('does not begin a change that was cancelled while it waited', async () => {
    const slot = new ProjectSlot()
    const log: string[] = []
    const [one, two] = [work('one', log), work('two', log)]
    const first = takeTurn(slot, {}, one.run)
    const stop = new AbortController()
    const second = takeTurn(slot, { signal: stop.signal }, two.run)
    stop.abort()
    one.end()
    await first
    await expect(second).rejects.toMatchObject({ code: 'cancelled' })
    expect(log).toEqual(['one begins', 'one ends'])
  })
})

describe('cancelAll', () => {
  it('cancels what runs and what waits, whoever began it, and says whether there was anything', async () => {
    const slot = new ProjectSlot()
    const log: string[] = []
    const changes = ['one', 'two'].map((name) =>
      takeTurn(slot, {}, work(name, log).run).catch(({ code }) => code),
    )
    await settle()
    expect(cancelAll(slot)).toBe(true)
    expect([await Promise.all(changes), log]).toEqual([['cancelled', 'cancelled'], ['one begins']])
    expect(cancelAll(slot)).toBe(false)
  })
})
