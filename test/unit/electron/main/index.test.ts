import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../../../support/fake-engine.ts'

vi.mock('electron', () => import('../../../support/electron/fake-electron.ts'))

test('Main’s module is evaluated before Electron is ready, which waits for it', async () => {
  vi.stubEnv('SHOAL_DATA_DIR', await temporaryFolder())
  expect(await import('../../../../electron/main/index.ts')).toBeDefined()
})
