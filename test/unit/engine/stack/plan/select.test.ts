import { describe, expect, it } from 'vitest'
import { select } from '../../../../../engine/stack/plan/select.ts'
import { fakeInstance, fakeObservation, fakeProject } from '../../../../support/fake-stack.ts'

const project = fakeProject()
const seen = fakeObservation(project, [fakeInstance(project, 1), fakeInstance(project, 2)])

function names(...given: string[]): string[] {
  const { instances, services } = select(seen, given, 'shop')
  return [...instances, ...services].map(({ container }) => container.name)
}

describe('select', () => {
  it.each([
    [[], ['shop-app-1', 'shop-app-2', 'shop-caddy-1', 'shop-postgres-1']],
    [['app'], ['shop-app-1', 'shop-app-2']],
    [['app-2'], ['shop-app-2']],
    [
      ['shop-app-2', 'app-2', 'app-1'],
      ['shop-app-1', 'shop-app-2'],
    ],
    [
      ['caddy', 'shop-postgres-1'],
      ['shop-caddy-1', 'shop-postgres-1'],
    ],
  ])('takes %j for %j', (given, expected) => {
    expect(names(...given)).toEqual(expected)
  })

  it('keeps instances apart from other services', () => {
    const { instances, services } = select(seen, [], 'shop')
    expect([instances, services.map(({ service }) => service)]).toEqual([
      seen.instances,
      ['caddy', 'postgres'],
    ])
  })

  it('refuses a name that stands for nothing', () => {
    expect(() => names('app-3')).toThrow(
      expect.objectContaining({
        code: 'unknown-name',
        hint: 'There are: app (app-1, app-2), caddy, postgres.',
      }),
    )
  })
})
