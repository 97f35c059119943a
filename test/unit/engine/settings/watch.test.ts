import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SettingsStore } from '../../../../engine/settings/store.ts'
import { watchSettings } from '../../../../engine/settings/watch.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'

test('it tells the settings at once, after a change of this process and after one of another', async () => {
  const folder = await temporaryFolder()
  const store = new SettingsStore(folder)
  const abort = new AbortController()
  const seen: string[] = []
  for await (const { theme } of watchSettings(store, abort.signal)) {
    seen.push(theme)
    if (seen.length === 1) await store.set({ theme: 'dark' })
    else if (seen.length === 2) await writeFile(join(folder, 'settings.json'), '{"theme":"light"}')
    else abort.abort()
  }
  expect(seen).toEqual(['system', 'dark', 'light'])
})

test('it notices a folder that appears later', async () => {
  const folder = join(await temporaryFolder(), 'later')
  const abort = new AbortController()
  const seen: string[] = []
  for await (const { theme } of watchSettings(new SettingsStore(folder), abort.signal)) {
    seen.push(theme)
    if (seen.length === 2) break
    await mkdir(folder)
    await writeFile(join(folder, 'settings.json'), '{"theme":"light"}')
  }
  expect(seen).toEqual(['system', 'light'])
})

test('it ends while it waits', async () => {
  const abort = new AbortController()
  const settings = watchSettings(new SettingsStore(undefined), abort.signal)
  await settings.next()
  const end = settings.next()
  abort.abort()
  expect(await end).toEqual({ done: true, value: undefined })
})
