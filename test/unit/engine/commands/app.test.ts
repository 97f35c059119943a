import { expect, test } from 'vitest'
import { about, chooseFolder } from '../../../../engine/commands/app.ts'
import { fakeHost } from '../../../support/fake-host.ts'

test('a host that says nothing of itself is a browser without a dialog', async () => {
  const host = fakeHost({ version: '1.2.3' })
  expect(about(host, 'freebsd')).toEqual({
    version: '1.2.3',
    kind: 'browser',
    platform: 'linux',
    folderDialog: false,
    resident: false,
  })
  await expect(chooseFolder(host)).rejects.toMatchObject({ code: 'usage' })
})

test('the desktop app has a dialog, in which a user may change their mind', async () => {
  const chosen = ['/shop', undefined]
  const desktop = { kind: 'desktop' as const, resident: true, chooseFolder: async () => chosen.shift() }
  const host = fakeHost({ desktop })
  expect([about(host, 'darwin'), about(host, 'win32').platform]).toEqual([
    { version: '', kind: 'desktop', platform: 'mac', folderDialog: true, resident: true },
    'windows',
  ])
  expect([await chooseFolder(host), await chooseFolder(host)]).toEqual([
    { directory: '/shop' },
    { directory: null },
  ])
})
