import { expect, test } from 'vitest'
import { resourceRows } from '../../../../renderer/model/resource-rows.ts'
import { instance, snapshot } from '../../../support/scripted-engine.ts'
import { stats, usage } from '../usage.ts'

const service = (name: string, containers: readonly string[], state: 'running' | 'exited' = 'running') => ({
  name,
  state,
  health: 'none' as const,
  image: name,
  containers: containers.map((container) => ({ name: container, id: container, state })),
})

test('there is a row for every container: the instances in their colours, then the services under their names', () => {
  const rows = resourceRows(
    snapshot({
      instances: [instance(1), instance(2, { state: 'exited', exitCode: 137 })],
      services: [
        service('caddy', ['demo-caddy-1']),
        service('app', ['demo-app-1', 'demo-app-2']),
        service('worker', ['demo-worker-1', 'demo-worker-2'], 'exited'),
        service('redis', []),
      ],
    }),
    stats([usage({ name: 'demo-app-1' }), usage({ name: 'demo-caddy-1' })]),
    null,
  )
  expect(
    rows.map(({ short, color, service, phase, usage }) => [
      short,
      color,
      service,
      phase,
      usage?.name ?? null,
    ]),
  ).toEqual([
    ['app-1', 'var(--instance-1)', false, 'serving', 'demo-app-1'],
    ['app-2', 'var(--instance-2)', false, 'dead', null],
    ['caddy', 'var(--service-1)', true, 'serving', 'demo-caddy-1'],
    ['worker-1', 'var(--service-2)', true, 'stopped', null],
    ['worker-2', 'var(--service-2)', true, 'stopped', null],
  ])
})

test('a warning stands on the row of its container', () => {
  const warning = {
    kind: 'cpu' as const,
    name: 'demo-app-2',
    service: 'app',
    index: 2,
    text: 'app-2 starves.',
    hint: '',
    since: 0,
  }
  const rows = resourceRows(snapshot(), stats([], { warnings: [warning] }), null)
  expect(rows.map(({ short, warnings }) => [short, warnings.length])).toEqual([
    ['app-1', 0],
    ['app-2', 1],
  ])
})
