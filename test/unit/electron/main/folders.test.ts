import { expect, test } from 'vitest'
import { findFolders } from '../../../../electron/main/folders.ts'

test('A packaged app has the bundled project beside its archive', () => {
  const environment = { SHOAL_DATA_DIR: '/data' }
  expect(findFolders({ app: '/opt/app.asar', resources: '/opt', environment })).toEqual({
    data: '/data',
    profile: '/data/desktop',
    stack: '/opt/stack',
    page: '/opt/app.asar/dist/renderer',
    preload: '/opt/app.asar/out/preload/index.cjs',
    engine: '/opt/app.asar/out/main/engine.js',
    icon: '/opt/app.asar/resources/icons/512x512.png',
    trayIcons: '/opt/app.asar/resources/tray',
  })
})

test('In a checkout the bundled project is where it is kept, and the data where the command line has it', () => {
  const { stack, data } = findFolders({ app: '/src', resources: undefined, environment: {} })
  expect({ stack, data }).toEqual({ stack: '/src/stack', data: expect.stringMatching(/shoal$/) })
})
