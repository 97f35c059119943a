import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, parse } from 'node:path'
import { expect, test } from 'vitest'
import { listFolder } from '../../../../engine/folders/list-folder.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'

test('folders are listed by name, links to folders among them, files and hidden ones not', async () => {
  const path = await temporaryFolder()
  for (const name of ['b10', 'b9', 'Zoo', 'apple', '.hidden']) await mkdir(join(path, name))
  await writeFile(join(path, 'b9', 'compose.yml'), '')
  await writeFile(join(path, 'file'), '')
  await symlink(join(path, 'b9'), join(path, 'link'))
  await symlink(join(path, 'nowhere'), join(path, 'broken'))
  const folder = (name: string, project = false) => ({ name, path: join(path, name), project })
  expect(await listFolder(path)).toEqual({
    path,
    parent: dirname(path),
    folders: [folder('apple'), folder('b9', true), folder('b10'), folder('link', true), folder('Zoo')],
    project: false,
  })
  expect(await listFolder(join(path, 'b9'))).toMatchObject({ folders: [], project: true })
})

test('without a path it is the home, and at the top there is no parent', async () => {
  expect(await listFolder()).toMatchObject({ path: homedir() })
  expect(await listFolder(parse(process.cwd()).root)).toMatchObject({ parent: null })
})

test('what is no folder is refused', async () => {
  const path = await temporaryFolder()
  await writeFile(join(path, 'file'), '')
  await expect(listFolder(join(path, 'gone'))).rejects.toMatchObject({
    code: 'project-not-found',
    message: 'The folder gone does not exist.',
    details: [join(path, 'gone')],
  })
  await expect(listFolder(join(path, 'file'))).rejects.toMatchObject({ message: 'file is not a folder.' })
})
