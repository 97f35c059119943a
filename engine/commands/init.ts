import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { CallOutput, CallParams } from '../../contract/calls.ts'
import { ShoalError } from '../../contract/errors.ts'
import type { Host } from './host.ts'

/** What a copy of the bundled project does not need: the app is built already, in `app/build`. */
const LEFT_OUT = new Set(['.shoal', '.env', 'app/node_modules', 'app/.next', 'app/tsconfig.tsbuildinfo'])

/** Copies the bundled project into a new or empty folder, with an `.env` of its own. Throws `project-exists`. */
export async function init(
  host: Host,
  input: CallParams<'project.init'>,
): Promise<CallOutput<'project.init'>> {
  const directory = resolve(input.directory)
  try {
    await mkdir(directory, { recursive: true })
    if ((await readdir(directory)).length > 0)
      throw new ShoalError(
        'project-exists',
        `${directory} is not empty; nothing was written.`,
        'Choose a new folder: shoal init DIR',
      )
    await cp(host.bundledProject, directory, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !LEFT_OUT.has(relative(host.bundledProject, source).replaceAll('\\', '/')),
    })
    const example = await readFile(join(directory, '.env.example'), 'utf8')
    await writeFile(join(directory, '.env'), example, { mode: 0o600, flag: 'wx' })
    return { directory }
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
