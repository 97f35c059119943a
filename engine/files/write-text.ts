import { randomUUID } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { access, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'

/** Owner reads and writes, others read. */
const DEFAULT_MODE = 0o644

/**
 * Replaces a text file as one step: after a failure or a crash it holds either the old bytes or the new ones. A link
 * is followed; the file keeps its mode and owner.
 *
 * The package write-file-atomic is no substitute: it takes a short write on a nearly full disk for a whole one and
 * puts the truncated file in place.
 *
 * @param options.mode permissions of a file that does not exist yet.
 * @throws ShoalError `disk-full` or `file-write`; the file is then byte-identical, and no temporary file stays.
 */
export async function writeText(
  path: string,
  text: string,
  options: { readonly mode?: number } = {},
): Promise<void> {
  try {
    const target = (await ifExists(realpath(path))) ?? path
    const existing = await ifExists(stat(target))
    if (existing !== undefined) await access(target, constants.W_OK)
    await replaceFile(target, text, existing, options.mode ?? DEFAULT_MODE)
  } catch (cause) {
    throw writeFailure(path, cause)
  }
}

async function replaceFile(
  target: string,
  text: string,
  existing: Stats | undefined,
  mode: number,
): Promise<void> {
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  try {
    const handle = await open(temporary, 'wx', mode)
    try {
      await handle.writeFile(text, 'utf8')
      if (existing !== undefined) await copyOwnership(handle, existing)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Only root may give a file away; for anyone else the file is their own already, or stays so. */
async function copyOwnership(handle: FileHandle, existing: Stats): Promise<void> {
  if (process.getuid?.() === 0) await handle.chown(existing.uid, existing.gid)
  await handle.chmod(existing.mode & 0o7777)
}

async function ifExists<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function writeFailure(path: string, cause: unknown): ShoalError {
  const code = (cause as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ShoalError(
      'disk-full',
      `${path} could not be written because the disk is full; the file was left as it was.`,
      'Free some space and try again.',
      { cause },
    )
  const refused = code === 'EROFS' || code === 'EACCES' || code === 'EPERM'
  return new ShoalError(
    'file-write',
    `${path} could not be written (${refused ? 'no permission' : code}); the file was left as it was.`,
    refused ? 'Make the file and its folder writable, and try again.' : 'Check the folder and try again.',
    { cause },
  )
}
