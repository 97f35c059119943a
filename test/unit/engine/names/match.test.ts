import { expect, test } from 'vitest'
import { matchNames } from '../../../../engine/names/match.ts'

const caddy = { name: 'web-caddy-1', service: 'caddy', index: 1 }
const app1 = { name: 'web-app-1', service: 'app', index: 1 }
const app2 = { name: 'web-app-2', service: 'app', index: 2 }
const records = [caddy, app1, app2]

test.each([
  [[], records],
  [['app'], [app1, app2]],
  [['app-2'], [app2]],
  [['web-app-1'], [app1]],
  [['caddy-1'], [caddy]],
  [['app-2', 'caddy', 'app'], records],
])('%j means', (names, expected) => {
  expect(matchNames(names, records, 'web')).toEqual(expected)
})

test('a service comes before an instance of the same name', () => {
  const odd = { name: 'web-app-2-1', service: 'app-2', index: 1 }
  expect(matchNames(['app-2'], [...records, odd], 'web')).toEqual([odd])
})

test('an unknown name is answered with what there is', () => {
  expect(() => matchNames(['app-3'], records, 'web')).toThrow(
    expect.objectContaining({
      code: 'unknown-name',
      message: 'There is no "app-3" in project web; nothing was done.',
      hint: 'There are: caddy, app (app-1, app-2).',
    }),
  )
  expect(() => matchNames(['app'], [], 'web')).toThrow(
    expect.objectContaining({ hint: 'The project has no containers; start it with `shoal up`.' }),
  )
})
