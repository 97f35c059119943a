import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { CallOutput, CallParams } from '../../contract/calls.ts'
import { ShoalError } from '../../contract/errors.ts'
import type { Host } from './host.ts'
import { openArchive, unpackArchive } from './init-from.ts'

/** What a copy of the bundled project does not need: the app is built already, in `app/build`. */
const LEFT_OUT = new Set(['.shoal', '.env', 'app/node_modules', 'app/.next', 'app/tsconfig.tsbuildinfo'])

/**
 * Copies the bundled project, or what an export holds, into a new or empty folder. The bundled one gets an `.env` of its own.
 * Throws `project-exists`, `archive-invalid`, `disk-full` and `file-write`.
 */
export async function init(
  host: Pick<Host, 'bundledProject'>,
  input: CallParams<'project.init'>,
): Promise<CallOutput<'project.init'>> {
  const directory = resolve(input.directory)
  const archive = input.from === undefined ? undefined : await openArchive(input.from)
  try {
    await mkdir(directory, { recursive: true })
    if ((await readdir(directory)).length > 0)
      throw new ShoalError(
        'project-exists',
        `${directory} is not empty; nothing was written.`,
        'Choose a new folder: shoal init DIR',
      )
    if (archive) await unpackArchive(archive, directory)
    else await copyBundled(host, directory)
    return { directory, secrets: archive?.manifest.secrets ?? [] }
  } catch (error) {
    if (error instanceof ShoalError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new ShoalError(
      code === 'ENOSPC' ? 'disk-full' : 'file-write',
      `The project could not be written to ${directory}${code ? ` (${code})` : ''}.`,
      code === 'ENOSPC' ? 'Free some disk space and try again.' : 'Choose a folder that you may write to.',
      { cause: error },
    )
  }
}

async function copyBundled(
  { bundledProject }: Pick<Host, 'bundledProject'>,
  directory: string,
): Promise<void> {
  await cp(bundledProject, directory, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !LEFT_OUT.has(relative(bundledProject, source).replaceAll('\\', '/')),
  })
  const example = await readFile(join(directory, '.env.example'), 'utf8')
  await writeFile(join(directory, '.env'), example, { mode: 0o600, flag: 'wx' })
}
