import { lstatSync, readdirSync, readlinkSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import type { LeftOut } from '../../contract/export.ts'
import { isMadeAnew } from './judge-file.ts'

/** One file or symbolic link of a project. */
export interface ProjectFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string
  readonly absolute: string
  readonly executable: boolean
  /** Where a symbolic link points; empty for a file. */
  readonly link: string
  readonly size: number
  readonly modified: Date
}

/**
 * Lists what belongs to a project: every file but those that tools make anew, and of these the ones that an image is built
 * from. Links that lead out of the project are left out, and so are sockets and devices.
 * @param sent paths that a build sends to the engine, relative to the project
 */
export function listProjectFiles(
  directory: string,
  sent: ReadonlySet<string>,
): { files: ProjectFile[]; leftOut: LeftOut[] } {
  const files: ProjectFile[] = []
  const leftOut: LeftOut[] = []
  const parents = new Set([...sent].flatMap(parentsOf))
  const visit = (folder: string, onlySent: boolean): void => {
    for (const name of readdirSync(join(directory, folder)).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`
      const absolute = join(directory, path)
      const stats = lstatSync(absolute)
      if (stats.isDirectory()) {
        const only = onlySent || isMadeAnew(name)
        if (!only || parents.has(path)) visit(path, only)
        continue
      }
      if (onlySent && !sent.has(path)) continue
      const link = stats.isSymbolicLink() ? readlinkSync(absolute).replaceAll('\\', '/') : ''
      if (link !== '' && !staysInside(path, link)) leftOut.push({ path, why: 'is a link out of the project' })
      else if (link !== '' || stats.isFile())
        files.push({
          path,
          absolute,
          executable: process.platform !== 'win32' && (stats.mode & 0o111) !== 0,
          link,
          size: stats.size,
          modified: stats.mtime,
        })
    }
  }
  visit('', false)
  return { files, leftOut }
}

/** Whether a link at this path leads to somewhere in the same folder tree. */
export function staysInside(path: string, target: string): boolean {
  if (posix.isAbsolute(target) || /^[A-Za-z]:/.test(target)) return false
  const end = posix.normalize(posix.join(posix.dirname(path), target))
  return end !== '..' && !end.startsWith('../')
}

/** The last part of a path. */
export const nameOf = (path: string): string => basename(path)

function parentsOf(path: string): string[] {
  const parents: string[] = []
  for (let folder = dirname(path); folder !== '.' && folder !== '/'; folder = dirname(folder))
    parents.push(folder)
  return parents
}
