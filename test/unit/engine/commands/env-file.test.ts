import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEnvFile, writeEnvFile } from '../../../../engine/commands/env-file.ts'
import { listEnvVersions, readEnvVersion } from '../../../../engine/commands/env-versions.ts'
import { fakeHost } from '../../../support/fake-host.ts'
import { projectFolder } from '../../../support/project-folder.ts'

const TEXT = '\uFEFFA=1\r\n# x\r\nTOKEN=old'
const host = fakeHost()

/** Writes without Docker. */
const write = (directory: string, text: string, expected?: string) =>
  writeEnvFile(host, { directory, text, apply: false, ...(expected === undefined ? {} : { expected }) })

test('a file that is not there reads as empty, and can be written', async () => {
  const directory = await projectFolder()
  const before = await readEnvFile({ directory })
  expect(before).toMatchObject({ text: '', exists: false })
  const { changed, applied, hash } = await write(directory, TEXT, before.hash)
  expect({ changed, applied }).toEqual({ changed: ['A', 'TOKEN'], applied: false })
  expect(await readEnvFile({ directory })).toEqual({ text: TEXT, exists: true, hash })
  expect((await listEnvVersions(host, { directory })).versions).toEqual([])
})

test('a version tells by which keys it differs from the file as it is now', async () => {
  const directory = await projectFolder({ '.env': TEXT })
  await write(directory, 'A=1\nB=2\n')
  await write(directory, 'A=2\nB=2\n')
  await write(directory, 'A=2\nB=2\n')
  const { versions } = await listEnvVersions(host, { directory })
  expect(versions.map(({ differs, refused }) => ({ differs, refused }))).toEqual([
    { differs: ['A'], refused: false },
    { differs: ['A', 'B', 'TOKEN'], refused: false },
  ])
  expect(await readEnvVersion({ directory, id: versions[1]?.id ?? '' })).toEqual({ text: TEXT })
})

test('a file that is another by now is left alone, unless it holds the very text already', async () => {
  const directory = await projectFolder({ '.env': TEXT })
  const { hash } = await readEnvFile({ directory })
  await writeFile(join(directory, '.env'), 'B=1\n')
  await expect(write(directory, 'C=1\n', hash)).rejects.toMatchObject({ code: 'file-changed' })
  expect(await readFile(join(directory, '.env'), 'utf8')).toBe('B=1\n')
  await expect(write(directory, 'B=1\n', hash)).resolves.toMatchObject({ changed: [] })
})

test('a text that Compose can not read is refused, and one that it can takes the place of a malformed file', async () => {
  const directory = await projectFolder({ '.env': '!!!\nB=1\n' })
  await expect(write(directory, 'A=1\nB="hunter2\n')).rejects.toMatchObject({
    code: 'env-invalid',
    message: '.env line 2 can not be read: a quoted value is not closed; the file was left as it is.',
  })
  expect(await write(directory, 'B=2\n')).toMatchObject({ changed: ['B'] })
  const { versions } = await listEnvVersions(host, { directory })
  expect(versions.map(({ differs }) => differs)).toEqual([['B']])
})

test('without an engine it can not be applied, and nothing is written', async () => {
  const directory = await projectFolder({ '.env': TEXT })
  const noEngine = fakeHost({ connect: () => Promise.reject(new Error('no engine')) })
  await expect(writeEnvFile(noEngine, { directory, text: 'A=2', apply: true })).rejects.toThrow('no engine')
  expect(await readFile(join(directory, '.env'), 'utf8')).toBe(TEXT)
})
