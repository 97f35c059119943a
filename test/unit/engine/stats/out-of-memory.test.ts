import { expect, test } from 'vitest'
import { type Happened, OutOfMemory, REMEMBERED } from '../../../../engine/stats/out-of-memory.ts'

const WHO = { name: 'shop-app-2', service: 'app', index: 2 }
const LIMITS = new Map([['shop-app-2', 64 * 1024 * 1024]])
const event = (action: string, time: number, exitCode?: number): Happened => ({
  id: 'c2',
  ...WHO,
  action,
  time,
  ...(exitCode === undefined ? {} : { exitCode }),
})

function after(...events: Happened[]) {
  const killed = new OutOfMemory()
  for (const one of events) killed.happened(one)
  return killed
}
const told = (killed: OutOfMemory, at = 10_000) => killed.warnings(at, LIMITS).map(({ text }) => text)

test('an instance that ran out of memory is named, with its limit and what to do', () => {
  expect(after(event('oom', 1_000), event('die', 1_100, 137)).warnings(10_000, LIMITS)).toEqual([
    {
      kind: 'oom',
      ...WHO,
      text: 'shop-app-2 was killed because memory ran out at its limit of 64 MB.',
      hint: 'Raise the memory limit of app in the compose file, or look for what it keeps in memory.',
      since: 1_000,
    },
  ])
})

test('the order of the two events does not matter, and one that comes twice counts once', () => {
  const once = ['shop-app-2 was killed because memory ran out at its limit of 64 MB.']
  expect(told(after(event('die', 1_100, 137), event('oom', 1_200)))).toEqual(once)
  expect(told(after(event('oom', 1_000), event('oom', 1_000), event('die', 1_100, 137)))).toEqual(once)
})

test('a process of a container that goes on is told as such, and repetition is counted', () => {
  expect(told(after(event('oom', 1_000)))).toEqual([
    'A process in shop-app-2 was killed because memory ran out at its limit of 64 MB.',
  ])
  const twice = after(
    event('oom', 1_000),
    event('die', 1_001, 137),
    event('oom', 6_000),
    event('die', 6_001, 137),
  )
  expect(told(twice)).toEqual([
    'shop-app-2 was killed because memory ran out at its limit of 64 MB, 2 times by now.',
  ])
})

test('one that was killed through Docker is nothing, one that nobody killed may be the machine’s memory', () => {
  expect(told(after(event('kill', 1_000), event('die', 1_010, 137)))).toEqual([])
  expect(told(after(event('die', 1_000, 1)))).toEqual([])
  expect(told(after(event('die', 1_000, 137)))).toEqual([
    'shop-app-2 was killed by nobody that Docker knows of (exit code 137).',
  ])
})

test('a container that stands there killed is told of without any event', () => {
  const killed = new OutOfMemory()
  const standing = { id: 'c2', ...WHO, oomKilled: true, running: false, finishedAt: 5_000 }
  killed.stands([standing, { ...standing, id: 'c3', oomKilled: false }], 9_000)
  expect(killed.warnings(10_000, new Map())).toMatchObject([
    { name: 'shop-app-2', text: 'shop-app-2 was killed because memory ran out.', since: 5_000 },
  ])
})

test('so is one that was started again, by engines that still know; a process of one that never ended is no end', () => {
  const killed = new OutOfMemory()
  const again = { id: 'c2', ...WHO, oomKilled: true, running: true }
  killed.stands(
    [
      { ...again, finishedAt: 5_000 },
      { ...again, id: 'c3' },
    ],
    9_000,
  )
  expect(told(killed)).toEqual(['shop-app-2 was killed because memory ran out at its limit of 64 MB.'])
})

test('it is forgotten after ten minutes, and with the container', () => {
  expect(told(after(event('oom', 1_000)), 1_000 + REMEMBERED)).toHaveLength(1)
  expect(told(after(event('oom', 1_000)), 1_001 + REMEMBERED)).toEqual([])
  expect(told(after(event('oom', 1_000), event('destroy', 2_000)))).toEqual([])
})
