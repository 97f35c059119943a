import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'

/**
 * Shoal's own folder inside a project, created when it is missing and hidden from git.
 * Throws `project-not-found`, `disk-full` or `file-write`.
 */
export async function ensureFolder(directory: string): Promise<string> {
  const folder = join(directory, '.shoal')
  try {
    await mkdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      throw new ShoalError(
        'project-not-found',
        `The project folder ${directory} does not exist; nothing was changed.`,
        'Check the path, or create a project with `shoal init`.',
        { cause: error },
      )
    if (codeOf(error) !== 'EEXIST') throw writeFault(error, directory)
  }
  try {
    await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw writeFault(error, directory)
  }
  return folder
}

/** A failure to write into a project's `.shoal` folder, as people can act on it. */
export function writeFault(error: unknown, directory: string): ShoalError {
  // A file that could not be replaced is told as a ShoalError; the system's own reason lies beneath it.
  const code = codeOf(error instanceof ShoalError ? error.cause : error)
  if (code === undefined) return ShoalError.from(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ShoalError(
      'disk-full',
      `The disk that holds ${directory} is full, so the project could not be locked; nothing was changed.`,
      'Free some space, then repeat the command.',
      { cause: error },
    )
  const reason =
    code === 'EROFS'
      ? 'the file system is read-only'
      : code === 'EACCES' || code === 'EPERM'
        ? 'this user may not write there'
        : code === 'ENOTDIR'
          ? 'it is not a folder'
          : `the system says ${code}`
  return new ShoalError(
    'file-write',
    `Shoal cannot write to ${directory}/.shoal (${reason}), so the project could not be locked; nothing was changed.`,
    'Make the project folder writable, or copy the project to a folder that is.',
    { cause: error },
  )
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code
}
