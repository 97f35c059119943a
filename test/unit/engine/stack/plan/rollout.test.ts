import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../../../engine/stack/observe/observation.ts'
import { planConverge } from '../../../../../engine/stack/plan/converge.ts'
import { printPlan } from '../../../../../engine/stack/plan/print.ts'
import { toPlan } from '../../../../../engine/stack/plan/step.ts'
import type { Wanted } from '../../../../../engine/stack/want/wanted.ts'
import { fakeInstance, fakeObservation, fakeProject, fakeWanted } from '../../../../support/fake-stack.ts'

const old = fakeProject()
const changed = fakeProject({ env: { GREETING: 'hello' } })
const stack = (count: number) =>
  fakeObservation(
    old,
    Array.from({ length: count }, (_, position) => fakeInstance(old, position + 1)),
  )

/** Each instance that leaves, with the instances that must be ready before it does. */
function leaves(seen: Observation, wanted: Wanted, scale: number): [string, string[]][] {
  return planConverge(seen, wanted, { scale, cause: 'x' })
    .filter(({ verb }) => verb === 'leave')
    .map(({ target, after }) => [
      target.replace('shop-app-', ''),
      after.filter((id) => id.startsWith('wait-ready')).map((id) => id.replace('wait-ready shop-app-', '')),
    ])
}

describe('a rollout', () => {
  it('replaces 8 of 10 two by two, with two spare ones from the first to the last', () => {
    expect(leaves(stack(8), fakeWanted(changed), 8)).toEqual([
      ['1', ['9', '10']],
      ['2', ['9', '10']],
      ['3', ['1', '2']],
      ['4', ['1', '2']],
      ['5', ['3', '4']],
      ['6', ['3', '4']],
      ['7', ['5', '6']],
      ['8', ['5', '6']],
      ['9', ['7', '8']],
      ['10', ['7', '8']],
    ])
  })

  it('uses the one spare slot that there is', () => {
    const order = leaves(stack(9), fakeWanted(changed), 9)
    expect([order[0], order[1], order[8], order[9]]).toEqual([
      ['1', ['10']],
      ['2', ['1']],
      ['9', ['8']],
      ['10', ['9']],
    ])
  })

  it('needs no spare one where new instances join anyway', () => {
    expect(leaves(stack(1), fakeWanted(changed), 2)).toEqual([['1', ['2']]])
  })

  it('begins with the image where the source changed, and names that as the only cause', () => {
    const wanted = fakeWanted(old, { builds: { app: 'source changed' } })
    expect(`\n${printPlan(toPlan(planConverge(stack(1), wanted, { scale: 1, cause: 'up' })))}\n`).toBe(`
 1. build shop-app  (source changed)
 2. create shop-app-2  (source changed, in a spare slot first)  after 1
 3. start shop-app-2  (source changed, in a spare slot first)  after 2
 4. manage-rotation caddy  (take over the rotation)
 5. join shop-app-2  (source changed, in a spare slot first)  after 3, 4
 6. wait-ready shop-app-2  (source changed, in a spare slot first)  after 5
 7. leave shop-app-1  (source changed)  after 4, 6
 8. drain shop-app-1  (source changed)  after 7
 9. stop shop-app-1  (source changed)  after 8
10. remove shop-app-1  (source changed)  after 9
11. create shop-app-1  (source changed)  after 1, 10
12. start shop-app-1  (source changed)  after 11
13. join shop-app-1  (source changed)  after 4, 12
14. wait-ready shop-app-1  (source changed)  after 13
15. leave shop-app-2  (source changed, all replaced)  after 4, 14
16. drain shop-app-2  (source changed, all replaced)  after 15
17. stop shop-app-2  (source changed, all replaced)  after 16
18. remove shop-app-2  (source changed, all replaced)  after 17
`)
  })

  it('goes on where it was interrupted: only the old ones are replaced, and the spare one goes', () => {
    const mixed = fakeObservation(old, [
      fakeInstance(changed, 1),
      fakeInstance(old, 2),
      fakeInstance(changed, 3),
    ])
    const steps = planConverge(mixed, fakeWanted(changed), { scale: 2, cause: 'up' })
    expect(steps.filter(({ verb }) => verb === 'create' || verb === 'remove').map(({ id }) => id)).toEqual([
      'create shop-app-4',
      'remove shop-app-2',
      'create shop-app-2',
      'remove shop-app-4',
      'remove shop-app-3',
    ])
    expect(leaves(mixed, fakeWanted(changed), 2)).toEqual([
      ['2', ['4']],
      ['4', ['2']],
      ['3', []],
    ])
  })

  it('replaces a stopped instance before those that serve, without a spare one', () => {
    const seen = fakeObservation(old, [
      fakeInstance(old, 1),
      fakeInstance(old, 2, { container: { state: 'exited' }, health: 'unknown' }),
    ])
    expect(leaves(seen, fakeWanted(changed), 2)).toEqual([['1', ['2']]])
  })

  it('leaves what runs as it is where told so', () => {
    const goal = { scale: 2, cause: 'scale 1 -> 2', keepRunning: true }
    const steps = planConverge(stack(1), fakeWanted(changed), goal)
    expect(steps.map(({ id }) => id)).toEqual([
      'create shop-app-2',
      'start shop-app-2',
      'manage-rotation caddy',
      'join shop-app-2',
      'wait-ready shop-app-2',
    ])
  })
})
