import { describe, expect, it } from 'vitest'
import type { ContainerState } from '../../../../../engine/docker/gateway.ts'
import type { Observation } from '../../../../../engine/stack/observe/observation.ts'
import { planRestart, planStart, planStop } from '../../../../../engine/stack/plan/named.ts'
import { printPlan } from '../../../../../engine/stack/plan/print.ts'
import { select } from '../../../../../engine/stack/plan/select.ts'
import { toPlan } from '../../../../../engine/stack/plan/step.ts'
import { fakeInstance, fakeObservation, fakeProject, fakeWanted } from '../../../../support/fake-stack.ts'

const project = fakeProject()
const wanted = fakeWanted(project)

function running(scale: number): Observation {
  return fakeObservation(
    project,
    Array.from({ length: scale }, (_, position) => fakeInstance(project, position + 1)),
  )
}

/** The same stack with every container in another state. */
function inState(state: ContainerState, seen: Observation): Observation {
  return {
    ...seen,
    instances: seen.instances.map((instance) => ({
      index: instance.index,
      container: { ...instance.container, state },
      health: 'unknown',
      reason: '',
    })),
    services: Object.fromEntries(
      Object.entries(seen.services).map(([name, list]) => [name, list.map((one) => ({ ...one, state }))]),
    ),
    caddy: { state: 'absent' },
  }
}

function text(plan: typeof planStop, seen: Observation, ...names: string[]): string {
  return `\n${printPlan(toPlan(plan(seen, wanted, select(seen, names, 'shop'))))}\n`
}

describe('planStop', () => {
  it('drains an instance before it stops it', () => {
    expect(text(planStop, running(2), 'app-2')).toBe(`
1. manage-rotation caddy  (take over the rotation)
2. leave shop-app-2  (stop)  after 1
3. drain shop-app-2  (stop)  after 2
4. stop shop-app-2  (stop)  after 3
`)
  })

  it('stops a database only after the instances that are to stop with it', () => {
    expect(text(planStop, running(1), 'postgres', 'app')).toBe(`
1. manage-rotation caddy  (take over the rotation)
2. leave shop-app-1  (stop)  after 1
3. drain shop-app-1  (stop)  after 2
4. stop shop-app-1  (stop)  after 3
5. stop shop-postgres-1  (stop)  after 4
`)
  })

  it('lets Caddy finish first where it stops as well', () => {
    expect(text(planStop, running(1), 'app', 'caddy', 'postgres')).toBe(`
1. stop shop-caddy-1  (stop)
2. stop shop-app-1  (stop)  after 1
3. stop shop-postgres-1  (stop)  after 1, 2
`)
  })

  it('stops instances without ceremony where no Caddy answers', () => {
    const seen: Observation = { ...running(1), caddy: { state: 'absent' } }
    expect(text(planStop, seen, 'app')).toBe('\n1. stop shop-app-1  (stop)\n')
  })

  it.each(['paused', 'restarting'] as const)('stops what is %s', (state) => {
    expect(text(planStop, inState(state, running(1)), 'app', 'postgres')).toBe(`
1. stop shop-app-1  (stop)
2. stop shop-postgres-1  (stop)  after 1
`)
  })

  it('leaves alone what does not run', () => {
    expect(text(planStop, inState('exited', running(2)))).toBe('\nnothing to do\n')
  })
})

describe('planStart', () => {
  it('starts instances after what is started with them, and touches the rotation when Caddy answers', () => {
    expect(text(planStart, inState('exited', running(1)))).toBe(`
1. start shop-caddy-1  (start)
2. wait-answer shop-caddy-1  (start)  after 1
3. start shop-postgres-1  (start)
4. wait-healthy shop-postgres-1  (start)  after 3
5. start shop-app-1  (start)  after 2, 4
6. manage-rotation caddy  (take over the rotation)  after 2
7. join shop-app-1  (start)  after 5, 6
8. wait-ready shop-app-1  (start)  after 7
`)
  })

  it('leaves alone what runs', () => {
    expect(text(planStart, running(2))).toBe('\nnothing to do\n')
  })
})

describe('planRestart', () => {
  it('restarts one of two without a spare one: the other serves', () => {
    expect(text(planRestart, running(2), 'app-2')).toBe(`
1. manage-rotation caddy  (take over the rotation)
2. leave shop-app-2  (restart)  after 1
3. drain shop-app-2  (restart)  after 2
4. stop shop-app-2  (restart)  after 3
5. start shop-app-2  (restart)  after 4
6. join shop-app-2  (restart)  after 1, 5
7. wait-ready shop-app-2  (restart)  after 6
`)
  })

  it('lets a spare instance serve while the only one restarts', () => {
    expect(text(planRestart, running(1), 'app')).toBe(`
 1. create shop-app-2  (restart, in a spare slot first)
 2. start shop-app-2  (restart, in a spare slot first)  after 1
 3. manage-rotation caddy  (take over the rotation)
 4. join shop-app-2  (restart, in a spare slot first)  after 2, 3
 5. wait-ready shop-app-2  (restart, in a spare slot first)  after 4
 6. leave shop-app-1  (restart)  after 3, 5
 7. drain shop-app-1  (restart)  after 6
 8. stop shop-app-1  (restart)  after 7
 9. start shop-app-1  (restart)  after 8
10. join shop-app-1  (restart)  after 3, 9
11. wait-ready shop-app-1  (restart)  after 10
12. leave shop-app-2  (restart, all replaced)  after 3, 11
13. drain shop-app-2  (restart, all replaced)  after 12
14. stop shop-app-2  (restart, all replaced)  after 13
15. remove shop-app-2  (restart, all replaced)  after 14
`)
  })

  it('adds a spare instance where those that are not restarted are ill', () => {
    const seen = running(2)
    const ill = {
      ...seen,
      instances: seen.instances.map((one) =>
        one.index === 1 ? { ...one, health: 'unhealthy' as const } : one,
      ),
    }
    const steps = planRestart(ill, wanted, select(ill, ['app-2'], 'shop'))
    expect(steps.filter(({ verb }) => verb === 'create').map(({ target }) => target)).toEqual(['shop-app-3'])
  })

  it('reloads a Caddy that runs, in its process', () => {
    expect(text(planRestart, running(1), 'caddy')).toBe(
      '\n1. reload shop-caddy-1  (restart, without a new process)\n',
    )
  })

  it('starts a Caddy that does not run', () => {
    expect(text(planRestart, inState('exited', running(1)), 'caddy')).toBe(`
1. start shop-caddy-1  (restart)
2. wait-answer shop-caddy-1  (restart)  after 1
`)
  })

  it('waits for the instances after their database restarted', () => {
    expect(text(planRestart, running(2), 'postgres')).toBe(`
1. stop shop-postgres-1  (restart)
2. start shop-postgres-1  (restart)  after 1
3. wait-healthy shop-postgres-1  (restart)  after 2
4. manage-rotation caddy  (take over the rotation)
5. join shop-app-1  (restart)  after 3, 4
6. wait-ready shop-app-1  (restart)  after 5
7. join shop-app-2  (restart)  after 3, 4
8. wait-ready shop-app-2  (restart)  after 7
`)
  })

  it('restarts everything: services first, then the instances in turns', () => {
    const steps = planRestart(running(2), wanted, select(running(2), [], 'shop'))
    const order = steps.map(({ verb, target }) => `${verb} ${target}`)
    expect(order).toEqual([
      'reload shop-caddy-1',
      'stop shop-postgres-1',
      'start shop-postgres-1',
      'wait-healthy shop-postgres-1',
      'manage-rotation caddy',
      ...[1, 2].flatMap((index) =>
        ['leave', 'drain', 'stop', 'start', 'join', 'wait-ready'].map((verb) => `${verb} shop-app-${index}`),
      ),
    ])
    const needs = Object.fromEntries(steps.map(({ id, after }) => [id, after]))
    expect([
      needs['manage-rotation caddy'],
      needs['leave shop-app-1'],
      needs['leave shop-app-2']?.at(-1),
    ]).toEqual([
      ['reload shop-caddy-1'],
      ['manage-rotation caddy', 'wait-healthy shop-postgres-1'],
      'wait-ready shop-app-1',
    ])
  })

  it('stops a paused instance before it starts it, and leaves the others alone', () => {
    const seen = running(2)
    const paused = {
      ...seen,
      instances: seen.instances.map((one) =>
        one.index === 2 ? { ...one, container: { ...one.container, state: 'paused' as const } } : one,
      ),
    }
    expect(text(planRestart, paused, 'app-2')).toBe(`
1. stop shop-app-2  (restart)
2. start shop-app-2  (restart)  after 1
3. manage-rotation caddy  (take over the rotation)
4. join shop-app-2  (restart)  after 2, 3
5. wait-ready shop-app-2  (restart)  after 4
`)
  })
})
