import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'
import { type Archive, readArchive } from '../export/read-archive.ts'

const ENV = '.env'

/** Reads an export. Throws `archive-invalid`. */
export async function openArchive(from: string): Promise<Archive> {
  const path = resolve(from)
  try {
    return readArchive(await readFile(path), basename(path))
  } catch (cause) {
    if (cause instanceof ShoalError) throw cause
    throw new ShoalError(
      'archive-invalid',
      `${path} can not be read; nothing was written.`,
      'Name a zip that `shoal export` made.',
      { cause },
    )
  }
}

/** Writes what an export holds into an empty folder. `.env` is for the owner alone. */
export async function unpackArchive({ manifest, files }: Archive, directory: string): Promise<void> {
  const executable = new Set(manifest.executable)
  for (const [path, bytes] of files) {
    const target = await placeFor(directory, path)
    await writeFile(target, bytes, { flag: 'wx', mode: path === ENV ? 0o600 : 0o644 })
    if (executable.has(path)) await chmod(target, 0o755)
  }
  // Links come last: no file is ever written through one.
  for (const [path, link] of Object.entries(manifest.links))
    await symlink(link, await placeFor(directory, path))
}

async function placeFor(directory: string, path: string): Promise<string> {
  const target = join(directory, path)
  await mkdir(dirname(target), { recursive: true })
  return target
}
