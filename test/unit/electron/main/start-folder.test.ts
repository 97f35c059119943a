import { expect, test } from 'vitest'
import { startFolder } from '../../../../electron/main/start-folder.ts'

test.each([
  [['/opt/Shoal/shoal-desktop', 'demo'], true, '/home/ada/demo'],
  [['/opt/Shoal/shoal-desktop', '--hidden', '/srv/shop'], true, '/srv/shop'],
  [['/opt/Shoal/shoal-desktop', '--hidden'], true, undefined],
  [['/opt/Shoal/shoal-desktop', ''], true, undefined],
  [['electron', '.'], false, undefined],
  [['electron', '.', '..'], false, '/home'],
])('%j opens, packaged %s: %s', (argv, packaged, expected) => {
  expect(startFolder(argv, '/home/ada', packaged)).toBe(expected)
})
