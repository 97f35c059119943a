import { expect, test } from 'vitest'
import type { Usage } from '../../../../contract/stats.ts'
import { addUp } from '../../../../engine/stats/add-up.ts'
import { type Measured, Starving } from '../../../../engine/stats/starving.ts'

const MB = 1024 * 1024
const MACHINE = { cpus: 4, memory: 8_000 * MB }

const app = (index: number, used: Partial<Usage> = {}, unreclaimable?: number): Measured => {
  const usage: Usage = {
    name: `shop-app-${index}`,
    service: 'app',
    index,
    cpu: 10,
    cpuLimit: 400,
    memory: 100 * MB,
    memoryLimit: MACHINE.memory,
    received: 1,
    sent: 2,
    read: 3,
    written: 4,
    rates: { received: 10, sent: 20, read: 30, written: 40 },
    processes: 5,
    ...used,
  }
  return { usage, unreclaimable: unreclaimable ?? usage.memory }
}

/** What is told in the end, when the same is seen for so many seconds. */
function after(seconds: number, ...measured: Measured[]) {
  const starving = new Starving()
  const total = addUp(measured.map(({ usage }) => usage))
  let told = starving.look('shop', measured, total, MACHINE, 0)
  for (let at = 1; at <= seconds; at += 1) told = starving.look('shop', measured, total, MACHINE, at * 1_000)
  return told
}

test('the parts of a stack add up', () => {
  expect(addUp([app(1).usage, app(2, { cpu: 30 }).usage])).toEqual({
    cpu: 40,
    memory: 200 * MB,
    rates: { received: 20, sent: 40, read: 60, written: 80 },
    processes: 10,
  })
})

test('an instance at its own limit of processor time is named after five seconds, not before', () => {
  const busy = app(2, { cpu: 49, cpuLimit: 50 })
  expect(after(4, app(1), busy)).toEqual([])
  expect(after(5, app(1), busy)).toEqual([
    {
      kind: 'cpu',
      name: 'shop-app-2',
      service: 'app',
      index: 2,
      text: 'shop-app-2 uses 98 % of its limit of 0.5 cores.',
      hint: 'Raise "cpus" of app in the compose file, or spread the load over more instances.',
      since: 0,
    },
  ])
})

test('instances that are all within bounds, and together too much for the machine, starve as a whole', () => {
  expect(after(5, app(1, { cpu: 190 }), app(2, { cpu: 190 }))).toEqual([
    {
      kind: 'cpu',
      name: 'shop',
      service: '',
      index: 0,
      text: "All containers of shop together use 95 % of the machine's 4 cores.",
      hint: 'Every instance waits for processor time: fewer instances may answer faster, or give the engine more cores.',
      since: 0,
    },
  ])
})

test('memory close to its limit is told at once', () => {
  expect(after(0, app(3, { memory: 62 * MB, memoryLimit: 64 * MB }))).toEqual([
    {
      kind: 'memory',
      name: 'shop-app-3',
      service: 'app',
      index: 3,
      text: 'shop-app-3 needs 97 % of the 64 MB that it may use.',
      hint: 'The kernel kills a process of it when that is full: raise the memory limit of app in the compose file, or look for what it keeps.',
      since: 0,
    },
  ])
})

test('memory that is full of files which the kernel can take back is no reason to warn', () => {
  expect(after(0, app(3, { memory: 63 * MB, memoryLimit: 64 * MB }, 20 * MB))).toEqual([])
})

test('a container that is gone takes its warning along, and starts anew when it is back', () => {
  const starving = new Starving()
  const look = (at: number, ...measured: Measured[]) =>
    starving.look('shop', measured, addUp(measured.map(({ usage }) => usage)), MACHINE, at * 1_000).length
  const busy = app(1, { cpu: 50, cpuLimit: 50 })
  expect([look(0, busy), look(5, busy), look(6), look(7, busy), look(12, busy)]).toEqual([0, 1, 0, 0, 1])
})
