import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepApplied, readApplied } from '../../../../engine/applied/store.ts'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'shoal-applied-'))
})
afterEach(() => rm(directory, { recursive: true }))

it('keeps files as they were applied, for the owner alone', async () => {
  await writeFile(join(directory, 'compose.yaml'), 'name: a\n')
  await keepApplied(directory, ['compose.yaml', '.env'])
  await writeFile(join(directory, 'compose.yaml'), 'name: b\n')
  expect(await readApplied(directory, 'compose.yaml')).toBe('name: a\n')
  expect((await stat(join(directory, '.shoal/applied/compose.yaml'))).mode & 0o777).toBe(0o600)
})

it('knows nothing of a file that was never applied, and of one that is not there', async () => {
  await keepApplied(directory, ['.env'])
  expect(await readApplied(directory, 'compose.yaml')).toBeUndefined()
  expect(await readApplied(directory, '.env')).toBeUndefined()
})

it('leaves files outside of the project alone', async () => {
  await keepApplied(directory, ['../other/compose.yaml', '/etc/hosts'])
  expect(await readdir(directory)).toEqual([])
  expect(await readApplied(directory, '../other/compose.yaml')).toBeUndefined()
})

it('keeps nothing, and fails nobody, where nothing can be written', async () => {
  await writeFile(join(directory, '.shoal'), 'a file in the way')
  await writeFile(join(directory, 'compose.yaml'), 'name: a\n')
  await keepApplied(directory, ['compose.yaml'])
  expect(await readApplied(directory, 'compose.yaml')).toBeUndefined()
})
