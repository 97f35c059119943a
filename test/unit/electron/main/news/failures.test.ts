import { expect, test } from 'vitest'
import type { Activity } from '../../../../../contract/models.ts'
import { failureIn } from '../../../../../electron/main/news/failures.ts'
import { NOON } from '../../../../support/scripted-engine.ts'

const ended: Activity = {
  kind: 'ended',
  command: 'env DATABASE_URL',
  outcome: 'failed',
  error: { code: 'rollout-failed', message: 'app-2 did not get healthy; .env was put back.', hint: '' },
  took: 1,
  at: NOON,
}

test('A failed rollout is news', () => {
  expect(failureIn(ended, 'demo')).toEqual({
    key: `failure ${NOON}`,
    title: 'demo: env DATABASE_URL failed',
    body: 'app-2 did not get healthy; .env was put back.',
    command: { kind: 'lead', to: '/overview' },
  })
})

test.each<Activity>([
  { ...ended, outcome: 'cancelled' },
  { ...ended, outcome: 'done' },
  { ...ended, error: { code: 'port-busy', message: 'Port 80 is busy.', hint: '' } },
  { kind: 'note', message: 'Port 8081 was taken instead.', at: NOON },
])('Nothing else is: %j', (activity) => {
  expect(failureIn(activity, 'demo')).toBeUndefined()
})
