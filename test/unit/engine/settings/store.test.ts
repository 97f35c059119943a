import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AppSettings } from '../../../../contract/app.ts'
import { DEFAULT_SETTINGS } from '../../../../engine/settings/defaults.ts'
import { SettingsStore } from '../../../../engine/settings/store.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'

let folder: string
let warnings: string[]
let store: SettingsStore
beforeEach(async () => {
  folder = join(await temporaryFolder(), 'data')
  warnings = []
  store = new SettingsStore(folder, (text) => void warnings.push(text))
})

const file = () => join(folder, 'settings.json')
async function write(text: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(file(), text)
}

describe('SettingsStore', () => {
  it('has the defaults until something is set, and makes its folder then', async () => {
    expect(await store.get()).toEqual(DEFAULT_SETTINGS)
    const dark = { ...DEFAULT_SETTINGS, theme: 'dark' }
    expect(await store.set({ theme: 'dark' })).toEqual(dark)
    expect(await new SettingsStore(folder).get()).toEqual(dark)
    expect(await readdir(folder)).toEqual(['settings.json'])
  })

  it('keeps a file that makes no sense aside, says so once, and loses nothing when it is replaced', async () => {
    await write('{"theme"')
    await store.get()
    expect(await store.set({ notify: false })).toEqual({ ...DEFAULT_SETTINGS, notify: false })
    expect(warnings).toEqual([
      `${file()} cannot be used (the whole file); the defaults stand in. The file as it is was kept as ${file()}.rejected.`,
    ])
    expect(await readFile(`${file()}.rejected`, 'utf8')).toBe('{"theme"')
  })

  it('keeps bytes that are no text aside as they are', async () => {
    await mkdir(folder, { recursive: true })
    await writeFile(file(), Buffer.from([0xff, 0xfe, 0x7b]))
    expect(await store.get()).toEqual(DEFAULT_SETTINGS)
    expect(await readFile(`${file()}.rejected`)).toEqual(Buffer.from([0xff, 0xfe, 0x7b]))
  })

  it('replaces nothing that it could not keep aside', async () => {
    await write('{"theme"')
    await mkdir(`${file()}.rejected`)
    await expect(store.set({ notify: false })).rejects.toMatchObject({ code: 'file-write' })
    expect(await readFile(file(), 'utf8')).toBe('{"theme"')
  })

  it('keeps what it does not know', async () => {
    await write('{"sound":{"loud":true},"theme":"light"}')
    await store.set({ theme: 'dark' })
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      sound: { loud: true },
    })
  })

  it('tells listeners of each change, and of nothing else', async () => {
    const told: AppSettings['theme'][] = []
    const stop = store.onChange(({ theme }) => void told.push(theme))
    await store.set({ theme: 'dark' })
    await store.set({ theme: 'dark' })
    await write('{"theme":"light"}')
    await store.get()
    stop()
    await store.set({ theme: 'system' })
    expect(told).toEqual(['dark', 'light'])
  })

  it('sets one after another', async () => {
    await Promise.all([
      store.set({ theme: 'dark' }),
      store.set({ notify: false }),
      store.set({ engine: 'unix:///x' }),
    ])
    expect(await store.get()).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      notify: false,
      engine: 'unix:///x',
    })
  })

  it('without a folder has the defaults and refuses to set', async () => {
    const nowhere = new SettingsStore(undefined)
    expect(await nowhere.get()).toEqual(DEFAULT_SETTINGS)
    await expect(nowhere.set({ notify: false })).rejects.toMatchObject({ code: 'file-write' })
  })
})
