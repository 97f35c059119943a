import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findElectron } from '../../../../scripts/desktop/find-electron.js'
import { temporaryFolder } from '../../../support/fake-engine.ts'

/** What `findElectron` is told of a machine where Electron can be fetched. */
async function machine() {
  const folder = await temporaryFolder()
  const install = async () => {
    await mkdir(join(folder, 'dist'))
    await writeFile(join(folder, 'dist', 'electron'), '')
    await chmod(join(folder, 'dist', 'electron'), 0o755)
    await writeFile(join(folder, 'path.txt'), 'electron')
  }
  return { env: { DISPLAY: ':0' }, platform: 'linux', node: '24.1.0', folder, install } as const
}

test('Electron is fetched when it is not there', async () => {
  const host = await machine()
  const program = join(host.folder, 'dist', 'electron')
  expect(await findElectron(host)).toEqual({ program })
  const install = () => Promise.reject(new Error('a second time'))
  expect(await findElectron({ ...host, install, node: '20.19.0' })).toEqual({ program })
})

test('Without a display, a Node that can fetch it, or a way to it, there is a reason', async () => {
  const host = await machine()
  const install = () => Promise.reject(new Error('fetch failed'))
  expect(await findElectron({ ...host, env: {} })).toEqual({
    reason: 'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).',
  })
  expect(await findElectron({ ...host, node: '22.11.0' })).toEqual({
    reason: 'Electron is not here yet, and fetching it takes Node 22.12; this is 22.11.0.',
  })
  expect(await findElectron({ ...host, install })).toEqual({
    reason: 'Electron is not here, and could not be fetched from github.com.',
  })
  expect(await findElectron({ ...host, install: async () => {} })).toEqual({
    reason: 'Electron was fetched, but its program is not where it says.',
  })
})
