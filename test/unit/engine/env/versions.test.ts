import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findVersion, forgetVersion, keepVersion, readVersions } from '../../../../engine/env/versions.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'versions-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const AT = Date.parse('2026-01-02T03:04:05.678Z')
const folder = () => join(directory, '.shoal', 'env')
const kept = async () => (await readVersions(directory)).map(({ text, refused }) => [text, refused])

test('a text is kept byte for byte under its time, for its owner alone', async () => {
  const text = '\uFEFFA=1\r\n# x'
  expect(await keepVersion(directory, text, { at: AT })).toBe('2026-01-02T03-04-05-678Z')
  await keepVersion(directory, 'B=2', { at: AT + 1, refused: true })
  expect(await readVersions(directory)).toEqual([
    { id: '2026-01-02T03-04-05-679Z', at: AT + 1, refused: true, text: 'B=2' },
    { id: '2026-01-02T03-04-05-678Z', at: AT, refused: false, text },
  ])
  const names = await readdir(folder())
  expect(names.sort()).toEqual(['2026-01-02T03-04-05-678Z.env', '2026-01-02T03-04-05-679Z.refused.env'])
  const modes = await Promise.all(
    [folder(), ...names.map((name) => join(folder(), name))].map((path) => stat(path)),
  )
  expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o700, 0o600, 0o600])
})

test('the ten newest are kept, and the same text not twice in a row', async () => {
  for (let count = 1; count <= 12; count += 1) {
    await keepVersion(directory, `A=${count}`, { at: AT + count })
    expect(await keepVersion(directory, `A=${count}`, { at: AT + count })).toBeUndefined()
  }
  expect(await kept()).toEqual(Array.from({ length: 10 }, (_, position) => [`A=${12 - position}`, false]))
})

test('a later text is the newer one, even in the same moment or after the clock was set back', async () => {
  await keepVersion(directory, 'A=1', { at: AT })
  await keepVersion(directory, 'A=2', { at: AT })
  await keepVersion(directory, 'A=3', { at: AT - 60_000 })
  expect(await kept()).toEqual([
    ['A=3', false],
    ['A=2', false],
    ['A=1', false],
  ])
})

test('what else lies in the folder is neither shown nor touched', async () => {
  await keepVersion(directory, 'A=1', { at: AT })
  await mkdir(join(folder(), '2026-01-02T03-04-05-000Z.env'))
  await writeFile(join(folder(), '2026-99-99T03-04-05-000Z.env'), 'x')
  await writeFile(join(folder(), 'notes.txt'), 'x')
  await writeFile(join(folder(), '2026-01-02T03-04-05-001Z.env'), Buffer.from([0xff, 0xfe]))
  expect(await kept()).toEqual([['A=1', false]])
  expect(await readdir(folder())).toHaveLength(5)
})

test('one is found by its id alone, which can be no path', async () => {
  const id = (await keepVersion(directory, 'A=1', { at: AT })) ?? ''
  await writeFile(join(directory, 'secret.env'), 'x')
  expect((await findVersion(directory, id)).text).toBe('A=1')
  for (const wrong of ['../../secret', '2020-01-02T03-04-05-678Z', ''])
    await expect(findVersion(directory, wrong)).rejects.toMatchObject({ code: 'unknown-name' })
  await forgetVersion(directory, id)
  expect(await kept()).toEqual([])
})

test('a folder that can not be made is told, and is no fault of .env', async () => {
  await writeFile(join(directory, '.shoal'), 'a file')
  await expect(keepVersion(directory, 'A=hunter2')).rejects.toMatchObject({
    code: 'file-write',
    message: expect.not.stringContaining('hunter2'),
  })
})
