import { describe, expect, it } from 'vitest'
import type { Project } from '../../../../../engine/project/model.ts'
import type { Observation } from '../../../../../engine/stack/observe/observation.ts'
import { planConverge } from '../../../../../engine/stack/plan/converge.ts'
import { printPlan } from '../../../../../engine/stack/plan/print.ts'
import { toPlan } from '../../../../../engine/stack/plan/step.ts'
import type { Wanted } from '../../../../../engine/stack/want/wanted.ts'
import {
  fakeContainer,
  fakeInstance,
  fakeNothing,
  fakeObservation,
  fakeProject,
  fakeWanted,
} from '../../../../support/fake-stack.ts'

const project = fakeProject()
const instances = (count: number, of: Project = project) =>
  Array.from({ length: count }, (_, position) => fakeInstance(of, position + 1))

function text(seen: Observation, wanted: Wanted, scale: number, cause: string): string {
  return `\n${printPlan(toPlan(planConverge(seen, wanted, { scale, cause })))}\n`
}

describe('planConverge', () => {
  it('starts everything from nothing, in the order of dependencies', () => {
    expect(text(fakeNothing(), fakeWanted(project), 1, 'up')).toBe(`
 1. create-network shop_default  (network missing)
 2. create shop-postgres-1  (up)  after 1
 3. start shop-postgres-1  (up)  after 2
 4. wait-healthy shop-postgres-1  (up)  after 3
 5. create shop-caddy-1  (up)  after 1
 6. start shop-caddy-1  (up)  after 5
 7. wait-answer shop-caddy-1  (up)  after 6
 8. create shop-app-1  (up)  after 1
 9. start shop-app-1  (up)  after 4, 8
10. manage-rotation caddy  (take over the rotation)  after 7
11. join shop-app-1  (up)  after 9, 10
12. wait-ready shop-app-1  (up)  after 11
`)
  })

  it('pulls an image once, however many services and instances need it', () => {
    const wanted = fakeWanted(project, { images: {}, builds: { app: 'image missing' } })
    const verbs = planConverge(fakeNothing(), wanted, { scale: 3, cause: 'up' }).map(
      ({ verb, target }) => `${verb} ${target}`,
    )
    expect(verbs.filter((line) => /^(pull|build)/.test(line))).toEqual([
      'pull caddy:2.11',
      'build shop-app',
      'pull postgres:18',
    ])
  })

  it('has nothing to do where everything is as wanted', () => {
    expect(text(fakeObservation(project, instances(2)), fakeWanted(project), 2, 'up')).toBe(
      '\nnothing to do\n',
    )
  })

  it('lets new instances join at once and waits until they take traffic', () => {
    expect(text(fakeObservation(project, instances(1)), fakeWanted(project), 2, 'scale 1 -> 2')).toBe(`
1. create shop-app-2  (scale 1 -> 2)
2. start shop-app-2  (scale 1 -> 2)  after 1
3. manage-rotation caddy  (take over the rotation)
4. join shop-app-2  (scale 1 -> 2)  after 2, 3
5. wait-ready shop-app-2  (scale 1 -> 2)  after 4
`)
  })

  it('drains instances before it stops them, the highest numbers first to go', () => {
    expect(text(fakeObservation(project, instances(3)), fakeWanted(project), 1, 'scale 3 -> 1')).toBe(`
1. manage-rotation caddy  (take over the rotation)
2. leave shop-app-2  (scale 3 -> 1)  after 1
3. drain shop-app-2  (scale 3 -> 1)  after 2
4. stop shop-app-2  (scale 3 -> 1)  after 3
5. remove shop-app-2  (scale 3 -> 1)  after 4
6. leave shop-app-3  (scale 3 -> 1)  after 1
7. drain shop-app-3  (scale 3 -> 1)  after 6
8. stop shop-app-3  (scale 3 -> 1)  after 7
9. remove shop-app-3  (scale 3 -> 1)  after 8
`)
  })

  it('replaces a lone instance only after a new one serves in a spare slot', () => {
    const changed = fakeProject({ env: { GREETING: 'hello' } })
    expect(text(fakeObservation(project, instances(1)), fakeWanted(changed), 1, 'env')).toBe(`
 1. create shop-app-2  (env changed: GREETING, in a spare slot first)
 2. start shop-app-2  (env changed: GREETING, in a spare slot first)  after 1
 3. manage-rotation caddy  (take over the rotation)
 4. join shop-app-2  (env changed: GREETING, in a spare slot first)  after 2, 3
 5. wait-ready shop-app-2  (env changed: GREETING, in a spare slot first)  after 4
 6. leave shop-app-1  (env changed: GREETING)  after 3, 5
 7. drain shop-app-1  (env changed: GREETING)  after 6
 8. stop shop-app-1  (env changed: GREETING)  after 7
 9. remove shop-app-1  (env changed: GREETING)  after 8
10. create shop-app-1  (env changed: GREETING)  after 9
11. start shop-app-1  (env changed: GREETING)  after 10
12. join shop-app-1  (env changed: GREETING)  after 3, 11
13. wait-ready shop-app-1  (env changed: GREETING)  after 12
14. leave shop-app-2  (env changed: GREETING, all replaced)  after 3, 13
15. drain shop-app-2  (env changed: GREETING, all replaced)  after 14
16. stop shop-app-2  (env changed: GREETING, all replaced)  after 15
17. remove shop-app-2  (env changed: GREETING, all replaced)  after 16
`)
  })

  it('lets instances take turns where there is no spare slot', () => {
    const changed = fakeProject({ env: { GREETING: 'hello' } })
    const steps = planConverge(fakeObservation(project, instances(10)), fakeWanted(changed), {
      scale: 10,
      cause: 'env',
    })
    const leaves = steps.filter(({ verb }) => verb === 'leave')
    expect(
      leaves.map(({ target, after }) => [target, after.filter((id) => id.startsWith('wait-ready'))]),
    ).toEqual([
      ['shop-app-1', []],
      ...Array.from({ length: 9 }, (_, position) => [
        `shop-app-${position + 2}`,
        [`wait-ready shop-app-${position + 1}`],
      ]),
    ])
  })

  it('hands a new public port over: the second Caddy answers before the first one goes', () => {
    const moved = fakeProject({ port: 9090 })
    expect(text(fakeObservation(project, instances(1)), fakeWanted(moved), 1, 'port')).toBe(`
1. create shop-caddy-2  (port changed)
2. start shop-caddy-2  (port changed)  after 1
3. wait-answer shop-caddy-2  (port changed)  after 2
4. stop shop-caddy-1  (port changed)  after 3
5. remove shop-caddy-1  (port changed)  after 4
`)
  })

  it('starts what stopped and admits what was left outside', () => {
    const seen = fakeObservation(project, [
      fakeInstance(project, 1),
      fakeInstance(project, 2, { container: { state: 'exited' }, health: 'unknown' }),
      fakeInstance(project, 3, { allowed: false }),
    ])
    expect(text(seen, fakeWanted(project), 3, 'up')).toBe(`
1. start shop-app-2  (it is exited)
2. manage-rotation caddy  (take over the rotation)
3. join shop-app-2  (it is exited)  after 1, 2
4. wait-ready shop-app-2  (it is exited)  after 3
5. join shop-app-3  (it is not in the rotation)  after 2
6. wait-ready shop-app-3  (it is not in the rotation)  after 5
`)
  })

  it('clears away what an interrupted rollout left in a spare slot', () => {
    const verbs = planConverge(fakeObservation(project, instances(3)), fakeWanted(project), {
      scale: 2,
      cause: 'up',
    })
    expect(verbs.map(({ verb, target }) => `${verb} ${target}`)).toEqual([
      'manage-rotation caddy',
      'leave shop-app-3',
      'drain shop-app-3',
      'stop shop-app-3',
      'remove shop-app-3',
    ])
  })

  it('takes over only those who take part now', () => {
    const seen = fakeObservation(project, [
      fakeInstance(project, 1),
      fakeInstance(project, 2, { allowed: false }),
    ])
    const [manage] = planConverge(seen, fakeWanted(project), { scale: 2, cause: 'up' })
    expect(manage).toEqual({
      id: 'manage-rotation caddy',
      verb: 'manage-rotation',
      target: 'caddy',
      cause: 'take over the rotation',
      after: [],
      members: ['shop-app-1:3000'],
    })
  })

  it('waits for a database that is still starting, and starts nothing again', () => {
    const postgres = fakeContainer(project, 'postgres', 1, { health: 'starting' })
    const caddy = fakeContainer(project, 'caddy', 1)
    const seen = fakeObservation(project, instances(1), {
      services: { caddy: [caddy], postgres: [postgres] },
    })
    expect(text(seen, fakeWanted(project), 1, 'up')).toBe(`\n1. wait-healthy shop-postgres-1  (up)\n`)
  })

  it.each([0, -1, 11, 1.5])('refuses %s instances, and says what is possible', (scale) => {
    expect(() =>
      planConverge(fakeObservation(project, instances(1)), fakeWanted(project), { scale, cause: 'scale' }),
    ).toThrow(
      expect.objectContaining({ code: 'scale-out-of-range', hint: expect.stringContaining('from 1 to 10') }),
    )
  })
})
