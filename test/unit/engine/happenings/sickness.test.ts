import { expect, test } from 'vitest'
import type { Instance } from '../../../../contract/models.ts'
import type { TimelineEntry } from '../../../../contract/timeline.ts'
import { absenceOf } from '../../../../engine/happenings/absence.ts'
import type { Owner } from '../../../../engine/happenings/owner.ts'
import { patientsOf, sicknessOf } from '../../../../engine/happenings/sickness.ts'
import { lineOf } from '../../../support/happenings.ts'
import { instance, snapshot } from '../../../support/scripted-engine.ts'

/** What is told of a moment, in seconds, at which instance 2 is so. */
function tell(
  now: number,
  two: Partial<Instance>,
  known: readonly TimelineEntry[] = [],
  owner: Owner = 'other',
) {
  const patients = patientsOf(snapshot({ instances: [instance(1), instance(2, two)] }))
  const sickSince = new Map(two.health === 'unhealthy' ? [['demo-app-2', (now - 1) * 1000]] : [])
  return sicknessOf(patients, known, { ownerOf: () => owner, sickSince, now: now * 1000 })
}
const sick = { health: 'unhealthy', reason: 'answers 503' } as const

test('who gets sick and well again is told once each, with the reason and how long it lasted', () => {
  const first = tell(11, sick)
  expect(first.map(lineOf)).toEqual(['10 s: app-2 became unhealthy: answers 503 [health-check, failed]'])
  expect(tell(12, sick, first)).toEqual([])
  expect(tell(30, {}, first).map(lineOf)).toEqual(['30 s, 20000 ms: app-2 is healthy again [health-check]'])
  expect(tell(31, {}, [...first, ...tell(30, {}, first)])).toEqual([])
})

test('who is unknown, starting, or acted on by a command is neither', () => {
  expect(tell(11, { health: 'starting' })).toEqual([])
  expect(tell(11, { health: 'unknown' })).toEqual([])
  expect(tell(11, sick, [], 'unknown')).toEqual([])
  expect(tell(11, sick, [], 'own')).toEqual([])
})

test('a service has a health too', () => {
  const services = [
    {
      name: 'postgres',
      state: 'running',
      health: 'unhealthy',
      image: 'postgres:18',
      containers: [{ name: 'demo-postgres-1', id: 'p', state: 'running' }],
    },
  ] as const
  const patients = patientsOf(
    snapshot({
      instances: [],
      services: services.map((one) => ({ ...one, containers: [...one.containers] })),
    }),
  )
  expect(patients).toEqual([
    {
      subject: { name: 'demo-postgres-1', service: 'postgres', index: 1 },
      health: 'unhealthy',
      reason: '',
    },
  ])
})

test('Docker goes away and comes back once, however many notice', () => {
  const away = absenceOf('away', [], 10_000)
  expect(away.map(lineOf)).toEqual(['10 s: Docker went away [engine, failed]'])
  expect(absenceOf('away', away, 11_000)).toEqual([])
  const back = absenceOf('back', away, 25_000)
  expect(back.map(lineOf)).toEqual(['25 s, 15000 ms: Docker is back [engine]'])
  expect(absenceOf('back', [...away, ...back], 26_000)).toEqual([])
  expect(absenceOf('back', [], 1_000)).toEqual([])
})
