import { expect, it } from 'vitest'
import { countInFlight } from '../../../../../engine/stack/observe/in-flight.ts'

const ADDRESS = 'shop-app-1:3000'

it.each([
  ['requests', [{ address: ADDRESS, requests: 3 }], { requests: 3, streams: 0 }],
  [
    'streams apart from requests',
    [
      { address: ADDRESS, requests: 5 },
      { address: 'shop-app-1.:3000', requests: 2 },
    ],
    { requests: 3, streams: 2 },
  ],
  [
    'no fewer than none while the two are out of step',
    [{ address: 'shop-app-1.:3000', requests: 2 }],
    { requests: 0, streams: 2 },
  ],
  ['none of a longer name', [{ address: 'shop-app-10:3000', requests: 9 }], { requests: 0, streams: 0 }],
])('counts %s', (_what, counts, expected) => {
  expect(countInFlight(counts, ADDRESS)).toEqual(expected)
})

it('knows nothing where Caddy could not be asked', () => {
  expect(countInFlight(undefined, ADDRESS)).toEqual({})
})
