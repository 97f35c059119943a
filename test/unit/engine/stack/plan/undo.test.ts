import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../../../engine/stack/observe/observation.ts'
import { planConverge } from '../../../../../engine/stack/plan/converge.ts'
import { findUndo } from '../../../../../engine/stack/plan/undo.ts'
import {
  fakeInstance,
  fakeNothing,
  fakeObservation,
  fakeProject,
  fakeWanted,
} from '../../../../support/fake-stack.ts'

const project = fakeProject()
const changed = fakeProject({ env: { GREETING: 'hello' } })
const SERVING = ['shop-caddy-1', 'shop-app-1']
const one = fakeObservation(project, [fakeInstance(project, 1)])
const two = fakeObservation(project, [fakeInstance(project, 1), fakeInstance(project, 2)])

/** A plan that broke off at a step: what comes before it is done, it was begun, the rest was not. */
function broken(seen: Observation, of: typeof project, scale: number, at: string, serving = SERVING) {
  const steps = planConverge(seen, fakeWanted(of), { scale, cause: 'x' })
  const position = steps.findIndex(({ id }) => id === at)
  if (position < 0) throw new Error(`no step ${at} in ${steps.map(({ id }) => id).join(', ')}`)
  const ids = steps.map(({ id }) => id)
  const progress = { done: new Set(ids.slice(0, position)), begun: new Set(ids.slice(0, position + 1)) }
  return findUndo(steps, progress, serving)
}

describe('findUndo', () => {
  it.each(['leave', 'drain'])(
    'lets an instance take part again when the plan broke off at its %s',
    (verb) => {
      expect(broken(two, project, 1, `${verb} shop-app-2`)).toEqual({ rejoin: [2], discard: [], revive: [] })
    },
  )

  it.each(['stop', 'remove'])('lets an instance go whose %s has begun', (verb) => {
    expect(broken(two, project, 1, `${verb} shop-app-2`)).toEqual({ rejoin: [], discard: [], revive: [] })
  })

  it('discards a new one that never got ready beside an old one', () => {
    expect(broken(one, changed, 1, 'wait-ready shop-app-2')).toEqual({
      rejoin: [],
      discard: ['shop-app-2'],
      revive: [],
    })
  })

  it('keeps a new one that got ready', () => {
    expect(broken(one, changed, 1, 'drain shop-app-1')).toEqual({ rejoin: [1], discard: [], revive: [] })
  })

  it('discards an instance that was replaced in its own slot and never got ready', () => {
    expect(broken(one, changed, 1, 'wait-ready shop-app-1', ['shop-app-2'])).toEqual({
      rejoin: [],
      discard: ['shop-app-1'],
      revive: [],
    })
  })

  it('discards a second Caddy that never answered', () => {
    expect(broken(one, fakeProject({ port: 9090 }), 1, 'wait-answer shop-caddy-2')).toEqual({
      rejoin: [],
      discard: ['shop-caddy-2'],
      revive: [],
    })
  })

  it('starts the old Caddy again when its successor on the same port never answered', () => {
    const wanted = fakeWanted(project)
    const newer = {
      ...wanted.images,
      caddy: { id: 'sha256:newer', tags: [], labels: {}, env: {}, command: [], entrypoint: [] },
    }
    const steps = planConverge(one, { ...wanted, images: newer }, { scale: 1, cause: 'up' })
    const ids = steps.map(({ id }) => id)
    const at = ids.indexOf('wait-answer shop-caddy-2')
    const progress = { done: new Set(ids.slice(0, at)), begun: new Set(ids.slice(0, at + 1)) }
    expect(findUndo(steps, progress, SERVING)).toEqual({
      rejoin: [],
      discard: ['shop-caddy-2'],
      revive: ['shop-caddy-1'],
    })
  })

  it('keeps the containers of a first start for their logs', () => {
    expect(broken(fakeNothing(), project, 2, 'join shop-app-2', [])).toEqual({
      rejoin: [],
      discard: [],
      revive: [],
    })
  })

  it('never discards a database', () => {
    const seen = { ...one, services: { caddy: one.services.caddy ?? [] } }
    expect(broken(seen, project, 1, 'wait-healthy shop-postgres-1')).toEqual({
      rejoin: [],
      discard: [],
      revive: [],
    })
  })

  it('has nothing to undo where nothing was begun', () => {
    const steps = planConverge(two, fakeWanted(changed), { scale: 1, cause: 'x' })
    expect(findUndo(steps, { begun: new Set(), done: new Set() }, SERVING)).toEqual({
      rejoin: [],
      discard: [],
      revive: [],
    })
  })
})
