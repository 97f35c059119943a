import { expect, test } from 'vitest'
import { changesBetween } from '../../../../engine/happenings/changes.ts'
import type { Standing } from '../../../../engine/happenings/standing.ts'

const healthy: Standing = {
  id: 'a2',
  name: 'demo-app-2',
  service: 'app',
  index: 2,
  state: 'running',
  health: 'healthy',
  reason: '',
  inRotation: true,
  startedAt: 1_000,
  restarts: 0,
}

/** What happened to instance 2 between two looks. */
function between(before: Partial<Standing> | undefined, after: Partial<Standing> | undefined) {
  const stand = (one: Partial<Standing> | undefined) => (one ? [{ ...healthy, ...one }] : [])
  return changesBetween(stand(before), stand(after), 9_000).map(
    ({ at, kind, text }) => `${at} ${kind}: ${text}`,
  )
}

test('nothing happened where nothing changed', () => {
  expect(between({}, {})).toEqual([])
})

test('a probe that failed takes an instance out of the rotation, and says why', () => {
  const reason = 'answers 503: database down'
  expect(between({}, { health: 'unhealthy', inRotation: false, reason })).toEqual([
    '9000 probe-failed: failed its health check: answers 503: database down',
    '9000 left: left the rotation: answers 503: database down',
  ])
})

test('it comes back', () => {
  expect(between({ health: 'unhealthy', inRotation: false }, {})).toEqual([
    '9000 healthy: is healthy again',
    '9000 joined: joined the rotation',
  ])
})

test("Docker's restart policy tells how often it started a container, and how often it may", () => {
  const down = { state: 'restarting', health: 'unknown', inRotation: false, startedAt: null } as const
  const again = { health: 'starting', inRotation: false, startedAt: 2_000, restarts: 3 } as const
  expect(between(down, { ...again, maximumRestarts: 5 })).toEqual([
    '2000 restarted: was started again by Docker (restart 3 of 5)',
  ])
  expect(between(down, again)).toEqual(['2000 restarted: was started again by Docker (restart 3)'])
})

test('what is new was created and started, what is gone was removed', () => {
  expect(between(undefined, { health: 'starting', inRotation: false })).toEqual([
    '9000 created: was created',
    '1000 started: started',
  ])
  expect(between({ state: 'exited', inRotation: false }, undefined)).toEqual(['9000 removed: was removed'])
})

test('a start by hand is a start', () => {
  const off = { state: 'exited', health: 'unknown', inRotation: false, startedAt: null } as const
  const on = { health: 'starting', inRotation: false, startedAt: 5_000 } as const
  expect(between(off, on)).toEqual(['5000 started: started'])
  expect(between({ inRotation: false, health: 'starting' }, { ...on, startedAt: 5_000 })).toEqual([
    '5000 started: started',
  ])
})
