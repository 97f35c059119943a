import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { ShoalError } from '../../../../../contract/errors.ts'
import { drain, join, leave, manageRotation } from '../../../../../engine/stack/execute/rotate.ts'
import { FakeCaddy } from '../../../../support/fake-caddy.ts'
import { fakeContext, fakeRun } from '../../../../support/fake-context.ts'

const ONE = 'shop-app-1:3000'
let caddy: FakeCaddy
beforeEach(() => {
  caddy = new FakeCaddy()
})

describe('manageRotation and join', () => {
  it('tell every Caddy that runs', async () => {
    const second = new FakeCaddy(2)
    const context = fakeContext({}, [caddy, second])
    await manageRotation(context, [ONE])
    await join(context, 2)
    expect([caddy.changes, second.changes]).toEqual(Array(2).fill([`manage ${ONE}`, 'join shop-app-2:3000']))
  })

  it('say so where there is no slot', async () => {
    await expect(join(fakeContext({}, [caddy]), 11)).rejects.toMatchObject({
      code: 'scale-out-of-range',
      message: 'The Caddyfile has no slot for shop-app-11; it runs, and gets no requests.',
    })
  })
})

describe('leave', () => {
  it('waits until the slowest probe of any Caddy has come round', async () => {
    const slow = new FakeCaddy(2)
    slow.interval = 100
    const run = fakeRun()
    const began = performance.now()
    await leave(fakeContext({}, [caddy, slow]), 1, run)
    expect(performance.now() - began).toBeGreaterThanOrEqual(slow.interval)
    expect([caddy.changes, slow.changes, run.reports]).toEqual([
      [`leave ${ONE}`],
      [`leave ${ONE}`],
      ['until Caddy has seen it'],
    ])
  })

  it('ends its wait when the signal fires', async () => {
    caddy.interval = 600_000
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 5)
    await expect(leave(fakeContext({}, [caddy]), 1, fakeRun(stop.signal))).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(caddy.changes).toEqual([`leave ${ONE}`])
  })
})

describe('drain', () => {
  beforeEach(() => {
    caddy.files.add('managed')
  })

  it('ends when no request is in flight any more, whatever streams are left', async () => {
    caddy.inFlight.set(ONE, 3).set('shop-app-1.:3000', 2)
    const run = fakeRun()
    const drained = drain(fakeContext({}, [caddy]), 1, run)
    await sleep(80)
    caddy.inFlight.set(ONE, 2)
    await drained
    expect([run.reports[0], run.reports.at(-1), caddy.changes]).toEqual([
      '1 request in flight',
      '0 requests in flight',
      [],
    ])
  })

  it('looks twice before it believes that nothing is in flight', async () => {
    const run = fakeRun()
    await drain(fakeContext({}, [caddy]), 1, run)
    expect(run.reports).toEqual(['0 requests in flight', '0 requests in flight'])
  })

  it('adds up what both Caddys have in flight', async () => {
    const second = new FakeCaddy(2)
    second.files.add('managed')
    caddy.inFlight.set(ONE, 2)
    second.inFlight.set(ONE, 3)
    const run = fakeRun()
    const drained = drain(fakeContext({}, [caddy, second]), 1, run)
    await sleep(5)
    caddy.inFlight.clear()
    second.inFlight.clear()
    await drained
    expect(run.reports[0]).toBe('5 requests in flight')
  })

  it('tells a Caddy again whose directory was emptied', async () => {
    caddy.files.clear()
    await drain(fakeContext({}, [caddy]), 1, fakeRun())
    expect([caddy.changes, caddy.files.has('managed'), caddy.files.has(ONE)]).toEqual([
      [`leave ${ONE}`],
      true,
      false,
    ])
  })

  it('asks again where Caddy lets a question time out', async () => {
    caddy.inFlight.set(ONE, 1)
    let questions = 0
    const context = fakeContext({}, [caddy])
    const silentOnce = async () => {
      questions += 1
      if (questions === 2) throw new ShoalError('caddy-unreachable', 'no answer within 5000 ms')
      if (questions === 3) caddy.inFlight.clear()
      return context.caddies()
    }
    const run = fakeRun()
    await drain({ ...context, caddies: silentOnce }, 1, run)
    expect(run.reports).toEqual(['1 request in flight', '0 requests in flight', '0 requests in flight'])
  })

  it('leaves the instance alone when Caddy was silent to the deadline', async () => {
    const silent = () => Promise.reject(new ShoalError('caddy-unreachable', 'no answer within 5000 ms'))
    const context = fakeContext({}, [caddy])
    const impatient = { ...context, settings: { ...context.settings, drainDeadline: 60 }, caddies: silent }
    await expect(drain(impatient, 1, fakeRun())).rejects.toMatchObject({ code: 'caddy-unreachable' })
  })

  it('gives up at the deadline: the instance goes with what it has', async () => {
    caddy.inFlight.set(ONE, 1)
    const context = fakeContext({}, [caddy])
    const impatient = { ...context, settings: { ...context.settings, drainDeadline: 60 } }
    await drain(impatient, 1, fakeRun())
    expect(caddy.inFlight.get(ONE)).toBe(1)
  })
})
