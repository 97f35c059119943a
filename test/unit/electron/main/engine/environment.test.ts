import { expect, test } from 'vitest'
import { withUsualFolders } from '../../../../../electron/main/engine/environment.ts'

test('On macOS the folders of Homebrew and of installers come last, once each', () => {
  expect(withUsualFolders({ PATH: '/usr/bin:/usr/local/bin', A: '1' }, 'darwin')).toEqual({
    PATH: '/usr/bin:/usr/local/bin:/opt/homebrew/bin',
    A: '1',
  })
  expect(withUsualFolders({}, 'darwin')).toEqual({
    PATH: '/usr/bin:/bin:/usr/sbin:/sbin:/usr/local/bin:/opt/homebrew/bin',
  })
})

test('Elsewhere the environment is left as it is', () => {
  expect(withUsualFolders({ PATH: '/usr/bin' }, 'linux')).toEqual({ PATH: '/usr/bin' })
})
