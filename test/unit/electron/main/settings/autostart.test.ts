import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startAtLogin } from '../../../../../electron/main/settings/autostart.ts'
import { temporaryFolder } from '../../../../support/fake-engine.ts'

test('An entry for the login is written, and taken away again', async () => {
  const config = await temporaryFolder()
  await startAtLogin(config, ['/opt/My $Apps/100%/Shoal.AppImage', '--hidden'])
  const file = join(config, 'autostart', 'shoal.desktop')
  expect(await readFile(file, 'utf8')).toBe(
    '[Desktop Entry]\nType=Application\nName=Shoal\n' +
      'Exec="/opt/My \\\\$Apps/100%%/Shoal.AppImage" "--hidden"\nX-GNOME-Autostart-enabled=true\n',
  )
  await startAtLogin(config, undefined)
  expect(await readdir(join(config, 'autostart'))).toEqual([])
})

test('Taking away what is not there, and a folder that cannot be made, bother nobody', async () => {
  const config = await temporaryFolder()
  await startAtLogin(config, undefined)
  await writeFile(join(config, 'autostart'), '')
  await startAtLogin(config, ['/usr/bin/shoal-desktop'])
  expect(await readdir(config)).toEqual(['autostart'])
})
