import { expect, test } from 'vitest'
import { crashesBetween } from '../../../../../electron/main/news/crashes.ts'
import { instance, NOON, snapshot } from '../../../../support/scripted-engine.ts'

const before = snapshot({ instances: [1, 2, 3].map((index) => instance(index)) })
const killed = instance(2, { state: 'exited', exitCode: 137, inRotation: false, health: 'unknown' })

function after(second: ReturnType<typeof instance>, changes: Parameters<typeof snapshot>[0] = {}) {
  return snapshot({ instances: [instance(1), second, instance(3)], ...changes })
}

const nobody = new Set<string>()

test('A killed instance is news, which leads to its logs', () => {
  expect(crashesBetween(before, after(killed), nobody)).toEqual([
    {
      key: 'crash demo-app-2',
      title: 'app-2 of demo crashed',
      body: 'It ended with exit code 137. 2 others take its requests.',
      command: { kind: 'lead', to: '/logs?name=demo-app-2' },
    },
  ])
})

test('An instance that Docker started again before anybody looked is news', () => {
  const [news] = crashesBetween(before, after(instance(2, { restarts: 1 })), nobody)
  expect(news?.body).toBe('Docker starts it again. 3 others take its requests.')
})

test('The last instance that crashes leaves nobody to take its requests', () => {
  const one = snapshot({ instances: [instance(2)] })
  const [news] = crashesBetween(one, snapshot({ instances: [killed] }), nobody)
  expect(news?.body).toBe('It ended with exit code 137. No instance takes requests now.')
})

const work = { command: 'shoal scale 1', pid: 1, since: NOON, here: false }

test.each([
  ['was asked to stop', before, after(instance(2, { state: 'exited', exitCode: 143 })), nobody],
  ['ended well by itself', before, after(instance(2, { state: 'exited', exitCode: 0 })), nobody],
  ['is gone', before, snapshot({ instances: [instance(1), instance(3)] }), nobody],
  ['is a new container of the same name', before, after({ ...killed, id: 'new' }), nobody],
  ['was dead already', after(killed), after(killed), nobody],
  ['Shoal itself works on', before, after(killed), new Set(['demo-app-2'])],
  ['another Shoal works on', before, after(killed, { work }), nobody],
  ['another Shoal worked on', { ...before, work }, after(killed), nobody],
  ['was not there before', snapshot({ instances: [] }), after(killed), nobody],
])('It is no news that an instance ended which %s', (_, earlier, later, excused) => {
  expect(crashesBetween(earlier, later, excused)).toEqual([])
})

test('A crash while this Shoal works on other instances is news', () => {
  const here = { ...work, here: true }
  expect(
    crashesBetween({ ...before, work: here }, after(killed, { work: here }), new Set(['demo-app-3'])),
  ).toHaveLength(1)
})
