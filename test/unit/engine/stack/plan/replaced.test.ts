import { expect, test } from 'vitest'
import { PlanBuilder } from '../../../../../engine/stack/plan/builder.ts'
import { planConverge } from '../../../../../engine/stack/plan/converge.ts'
import { replacedContainers } from '../../../../../engine/stack/plan/replaced.ts'
import {
  fakeContainer,
  fakeInstance,
  fakeObservation,
  fakeProject,
  fakeWanted,
} from '../../../../support/fake-stack.ts'

const OLD = fakeProject()
const goal = (scale: number) => ({ scale, cause: 'env' })

test('instances of the same name are replaced; the spare one of a rollout and what is too much are not', () => {
  const seen = fakeObservation(
    OLD,
    [1, 2, 3].map((index) => fakeInstance(OLD, index)),
  )
  const wanted = fakeWanted(fakeProject({ env: { A: '1' }, replicas: 2 }))
  expect(replacedContainers(seen, planConverge(seen, wanted, goal(2)))).toEqual(['shop-app-1', 'shop-app-2'])
})

test('a service is replaced by a container of another name', () => {
  const seen = fakeObservation(OLD, [fakeInstance(OLD, 1)])
  const wanted = fakeWanted(fakeProject({ port: 9090 }))
  expect(replacedContainers(seen, planConverge(seen, wanted, goal(1)))).toEqual(['shop-caddy-1'])
})

test('a container that stays beside a new one is not replaced', () => {
  const seen = fakeObservation(OLD, [])
  const plan = new PlanBuilder()
  plan.add({ verb: 'create', service: 'postgres', index: 2 }, 'shop-postgres-2', 'one more')
  expect(replacedContainers(seen, plan.steps)).toEqual([])
})

test('nothing is replaced where nothing was', () => {
  const seen = fakeObservation(OLD, [], {
    services: { postgres: [fakeContainer(OLD, 'postgres', 1)] },
    caddy: { state: 'absent' },
  })
  expect(replacedContainers(seen, planConverge(seen, fakeWanted(OLD), goal(2)))).toEqual([])
})
