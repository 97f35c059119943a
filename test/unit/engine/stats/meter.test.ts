import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { StatsSample } from '../../../../engine/docker/gateway.ts'
import { Meter } from '../../../../engine/stats/meter.ts'

const sample = (cpu: number, memoryLimit = 100): StatsSample => ({
  at: 1,
  cpu,
  memory: 50,
  unreclaimable: 40,
  memoryLimit,
  received: 1,
  sent: 2,
  read: 3,
  written: 4,
  rates: { received: 10, sent: 20, read: 30, written: 40 },
  processes: 5,
})
const source = (service: string, index: number) => ({
  id: `${service}${index}`,
  name: `shop-${service}-${index}`,
  service,
  index,
  cpus: undefined as number | undefined,
})
const MACHINE = { cpus: 4, memory: 1_000 }
const namesOf = (meter: Meter) => meter.measured(MACHINE).map(({ usage }) => usage.name)

/** A meter whose containers tell what the test says. */
function meterOf(limit?: number) {
  const open: string[] = []
  const meter = new Meter(async function* (id, signal) {
    open.push(id)
    try {
      if (id === 'app9') throw new Error('no such container')
      for (let cpu = 1; cpu <= 2; cpu += 1) yield sample(cpu, limit)
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    } finally {
      open.splice(open.indexOf(id), 1)
    }
  })
  return { meter, open }
}

test('it tells the newest of each container, by service and number, and follows those that come and go', async () => {
  const { meter, open } = meterOf()
  meter.follow([source('caddy', 1), source('app', 10), source('app', 2), source('app', 9)])
  expect([meter.measured(MACHINE), meter.complete]).toEqual([[], false])
  await setImmediate()
  const { at: _at, unreclaimable, ...used } = sample(2)
  const { id: _id, cpus: _cpus, ...first } = source('app', 2)
  expect(meter.measured(MACHINE)[0]).toEqual({ usage: { ...first, ...used, cpuLimit: 400 }, unreclaimable })
  expect([namesOf(meter), meter.complete]).toEqual([['shop-app-2', 'shop-app-10', 'shop-caddy-1'], true])
  meter.follow([source('app', 2), source('app', 3)])
  await setImmediate()
  expect([namesOf(meter), open]).toEqual([
    ['shop-app-2', 'shop-app-3'],
    ['app2', 'app3'],
  ])
  meter.close()
  await setImmediate()
  expect([namesOf(meter), open]).toEqual([[], []])
})

test('a container that is dropped is read anew when it is followed again', async () => {
  const { meter, open } = meterOf()
  meter.follow([source('app', 1)])
  await setImmediate()
  meter.drop('app1')
  meter.follow([source('app', 1)])
  await setImmediate()
  expect([namesOf(meter), open]).toEqual([['shop-app-1'], ['app1']])
  meter.close()
})

test('no container can use more than the machine has', async () => {
  for (const [limit, cpus] of [
    [2 ** 63, 8],
    [0, undefined],
  ] as const) {
    const { meter } = meterOf(limit)
    meter.follow([{ ...source('app', 1), cpus }])
    await setImmediate()
    expect(meter.measured(MACHINE)[0]?.usage).toMatchObject({ memoryLimit: 1_000, cpuLimit: 400 })
    meter.close()
  }
})

test('limits of its own count', async () => {
  const { meter } = meterOf(500)
  meter.follow([{ ...source('app', 1), cpus: 0.5 }])
  await setImmediate()
  expect(meter.measured(MACHINE)[0]?.usage).toMatchObject({ memoryLimit: 500, cpuLimit: 50 })
  meter.close()
})
