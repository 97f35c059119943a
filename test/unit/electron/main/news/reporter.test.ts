import { expect, test } from 'vitest'
import type { Operation } from '../../../../../contract/models.ts'
import { Reporter } from '../../../../../electron/main/news/reporter.ts'
import { instance, NOON, snapshot } from '../../../../support/scripted-engine.ts'

const work = { command: 'shoal scale 1', pid: 1, since: NOON, here: true }

function start() {
  const told: string[] = []
  let now = NOON
  const reporter = new Reporter(
    ({ title }) => told.push(title),
    () => now,
  )
  return { told, reporter, wait: (time: number) => (now += time) }
}

/** The project with its second instance started again `restarts` times by Docker. */
function restarted(restarts: number) {
  return snapshot({ instances: [instance(1), instance(2, { restarts })] })
}

test('An instance that crashes in a loop is told once a minute', () => {
  const { told, reporter, wait } = start()
  for (const restarts of [0, 1, 2]) reporter.see(restarted(restarts))
  expect(told).toEqual(['app-2 of demo crashed'])
  wait(60_000)
  reporter.see(restarted(3))
  expect(told).toHaveLength(2)
})

test('What is seen first, and another project, is compared with nothing', () => {
  const { told, reporter } = start()
  reporter.see(restarted(1))
  reporter.see({ ...restarted(2), directory: '/srv/other' })
  expect(told).toEqual([])
})

test('An instance that a plan stops is excused until the plan is over', () => {
  const { told, reporter } = start()
  const stop: Operation = { id: '1', verb: 'stop', target: 'demo-app-2', cause: 'scale 2 -> 1', after: [] }
  const ended = instance(2, { state: 'exited', exitCode: 137 })
  reporter.see(snapshot())
  reporter.hear({ kind: 'planned', command: 'scale 1', plan: { operations: [stop] }, at: NOON }, 'demo')
  reporter.see(snapshot({ work }))
  reporter.see(snapshot({ work, instances: [instance(1), ended] }))
  reporter.see(snapshot({ instances: [instance(1), ended] }))
  expect(told).toEqual([])
  reporter.see(snapshot())
  reporter.see(snapshot({ instances: [instance(1), ended] }))
  expect(told).toEqual(['app-2 of demo crashed'])
})

test('A failed rollout is told', () => {
  const { told, reporter } = start()
  const error = { code: 'never-healthy', message: 'app-2 did not get healthy.', hint: '' } as const
  reporter.hear({ kind: 'ended', command: 'up', outcome: 'failed', error, took: 1, at: NOON }, 'demo')
  expect(told).toEqual(['demo: up failed'])
})
