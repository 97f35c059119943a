import { expect, test, vi } from 'vitest'

vi.mock('electron', () => import('../../../support/electron/fake-electron.ts'))

test('Main’s module is evaluated before Electron is ready, which waits for it', async () => {
  expect(await import('../../../../electron/main/index.ts')).toBeDefined()
})
