import { describe, expect, it } from 'vitest'
import type { ContainerState } from '../../../../../engine/docker/gateway.ts'
import type { Project } from '../../../../../engine/project/model.ts'
import { planDown, planHalt } from '../../../../../engine/stack/plan/down.ts'
import { printPlan } from '../../../../../engine/stack/plan/print.ts'
import { type Step, toPlan } from '../../../../../engine/stack/plan/step.ts'
import {
  fakeContainer,
  fakeInstance,
  fakeNothing,
  fakeObservation,
  fakeProject,
} from '../../../../support/fake-stack.ts'

const project = fakeProject()
const stack = (state: ContainerState = 'running') => ({
  ...fakeObservation(project, [
    fakeInstance(project, 1, { container: { state } }),
    fakeInstance(project, 2, { container: { state } }),
  ]),
  services: {
    postgres: [fakeContainer(project, 'postgres', 1, { state })],
    caddy: [fakeContainer(project, 'caddy', 1, { state })],
  },
  volumes: ['shop_data'],
})
const text = (steps: readonly Step[]) => `\n${printPlan(toPlan(steps))}\n`

describe('planDown', () => {
  it('goes from the front to the back, networks last, and keeps the volumes', () => {
    expect(text(planDown(stack(), project, { volumes: false }))).toBe(`
1. stop shop-caddy-1  (down)
2. remove shop-caddy-1  (down)  after 1
3. stop shop-app-1  (down)  after 1
4. remove shop-app-1  (down)  after 3
5. stop shop-app-2  (down)  after 1
6. remove shop-app-2  (down)  after 5
7. stop shop-postgres-1  (down)  after 3, 5
8. remove shop-postgres-1  (down)  after 7
9. remove-network shop_default  (down)  after 2, 4, 6, 8
`)
  })

  it('removes the volumes where asked, after every container', () => {
    expect(planDown(stack(), project, { volumes: true }).at(-1)).toEqual({
      id: 'remove-volume shop_data',
      verb: 'remove-volume',
      target: 'shop_data',
      cause: 'down with volumes',
      after: ['shop-caddy-1', 'shop-app-1', 'shop-app-2', 'shop-postgres-1'].map((name) => `remove ${name}`),
    })
  })

  it('removes what stopped already without stopping it again', () => {
    expect(text(planDown(stack('exited'), project, { volumes: false }))).toBe(`
1. remove shop-caddy-1  (down)
2. remove shop-app-1  (down)
3. remove shop-app-2  (down)
4. remove shop-postgres-1  (down)
5. remove-network shop_default  (down)  after 1, 2, 3, 4
`)
  })

  it('stops dependants before what they depend on, and knows containers that the files forgot', () => {
    const { postgres, ...services } = project.services
    if (!postgres) throw new Error('a fake project has a database')
    const worker = {
      ...postgres,
      name: 'worker',
      dependsOn: { postgres: { condition: 'service_started', restart: false } },
    } as const
    const bigger: Project = { ...project, services: { ...services, postgres, worker } }
    const seen = {
      ...fakeObservation(bigger, []),
      services: {
        postgres: [fakeContainer(bigger, 'postgres', 1)],
        worker: [fakeContainer(bigger, 'worker', 1)],
        old: [fakeContainer(bigger, 'postgres', 1, { name: 'shop-old-1' })],
      },
      networks: [],
    }
    expect(text(planDown(seen, bigger, { volumes: false }))).toBe(`
1. stop shop-worker-1  (down)
2. remove shop-worker-1  (down)  after 1
3. stop shop-postgres-1  (down)  after 1
4. remove shop-postgres-1  (down)  after 3
5. stop shop-old-1  (down)  after 1
6. remove shop-old-1  (down)  after 5
`)
  })

  it('has nothing to do where nothing is', () => {
    expect(planDown(fakeNothing(), project, { volumes: true })).toEqual([])
  })
})

describe('planHalt', () => {
  it('stops in the same order and keeps everything', () => {
    expect(text(planHalt(stack(), project))).toBe(`
1. stop shop-caddy-1  (stop)
2. stop shop-app-1  (stop)  after 1
3. stop shop-app-2  (stop)  after 1
4. stop shop-postgres-1  (stop)  after 2, 3
`)
  })

  it("gives each container its service's grace period", () => {
    const { app } = project.services
    if (!app) throw new Error('a fake project has an app')
    const patient = {
      ...project,
      services: { ...project.services, app: { ...app, stopGracePeriod: 45_000 } },
    }
    expect(planHalt(stack(), patient).map((step) => step.verb === 'stop' && step.grace)).toEqual([
      10_000, 45_000, 45_000, 10_000,
    ])
  })
})
