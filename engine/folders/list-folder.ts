import { readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Folder } from '../../contract/app.ts'
import { ShoalError } from '../../contract/errors.ts'
import { holdsProject } from '../project/holds-project.ts'

/**
 * The folders in a folder, by name; links to folders are among them, hidden ones are not.
 * @param path the user's home when it is left out
 * @throws ShoalError `project-not-found` when it is no folder, or may not be read
 */
export async function listFolder(path: string = homedir()): Promise<Folder> {
  const folder = resolve(path)
  const names = (await read(folder)).filter((name) => !name.startsWith('.'))
  const found = await Promise.all(names.map((name) => isFolder(join(folder, name))))
  const folders = names
    .filter((_name, position) => found[position])
    .sort((a, b) => a.localeCompare(b, undefined, { numeric: true, sensitivity: 'base' }))
    .map((name) => ({ name, path: join(folder, name), project: holdsProject(join(folder, name)) }))
  const parent = dirname(folder)
  return { path: folder, parent: parent === folder ? null : parent, folders, project: holdsProject(folder) }
}

async function read(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const name = basename(folder) || folder
    const denied = code === 'EACCES' || code === 'EPERM'
    throw new ShoalError(
      'project-not-found',
      denied
        ? `You may not look into the folder ${name}.`
        : code === 'ENOTDIR'
          ? `${name} is not a folder.`
          : `The folder ${name} does not exist${code === 'ENOENT' ? '' : `, or cannot be read (${code})`}.`,
      'Choose another folder.',
      { cause, details: [folder] },
    )
  }
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
