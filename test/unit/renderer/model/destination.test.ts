import { expect, test } from 'vitest'
import { parseDestination } from '../../../../renderer/model/destination.ts'

test('the window leads to screens, to what lies over them, and to projects', () => {
  const paths = ['/logs?name=app-2', '/palette', '/shortcuts', '/open', '/open?directory=%2Fhome%2Fada%20b']
  expect(paths.map(parseDestination)).toEqual([
    { kind: 'hash', hash: '/logs?name=app-2' },
    { kind: 'overlay', overlay: 'palette' },
    { kind: 'overlay', overlay: 'shortcuts' },
    { kind: 'choose' },
    { kind: 'open', directory: '/home/ada b' },
  ])
})
