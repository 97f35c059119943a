import { describe, expect, it } from 'vitest'
import { findDifferences } from '../../../../../engine/stack/plan/differences.ts'
import { fakeInstance, fakeObservation, fakeProject, fakeWanted } from '../../../../support/fake-stack.ts'

const project = fakeProject({ replicas: 2 })
const two = [fakeInstance(project, 1), fakeInstance(project, 2)]
const lines = (seen: ReturnType<typeof fakeObservation>, of = project, reload = false) =>
  findDifferences(seen, fakeWanted(of), reload).map(({ service, what }) => `${service}: ${what}`)

describe('findDifferences', () => {
  it('finds none where what runs is what the files say', () => {
    expect(lines(fakeObservation(project, two))).toEqual([])
  })

  it('does not count who was stopped or died', () => {
    const [first, second] = two
    if (!first || !second) throw new Error('two instances')
    const stopped = { ...second, container: { ...second.container, state: 'exited' as const } }
    expect(lines(fakeObservation(project, [first, stopped]))).toEqual([])
  })

  it('names what an edit of the environment, of the port and of the scale changed', () => {
    const edited = fakeProject({ replicas: 5, port: 9000, env: { GREETING: 'hello' } })
    expect(lines(fakeObservation(project, two), edited)).toEqual([
      'caddy: port changed',
      'app: env changed: GREETING',
      'app: scale 2 -> 5',
    ])
  })

  it('names a service that has no container yet, and a Caddyfile that Caddy does not run', () => {
    const seen = fakeObservation(project, two)
    const { postgres: _, ...services } = seen.services
    expect(lines({ ...seen, services }, project, true)).toEqual([
      'caddy: Caddyfile changed',
      'postgres: has no container yet',
    ])
  })
})
