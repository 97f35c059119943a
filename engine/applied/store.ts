import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readText } from '../files/read-text.ts'
import { writeText } from '../files/write-text.ts'

const FOLDER = 'applied'

/**
 * Keeps copies of files as they were applied, below `.shoal`, so that a later edit can be shown. They may hold what the files
 * hold, so only the owner can read them. What can't be kept is no fault: then nobody is told what was edited.
 * @param names relative to the project; files outside of it are left out
 */
export async function keepApplied(directory: string, names: readonly string[]): Promise<void> {
  for (const name of names.filter(isInside)) {
    const [text, kept] = await Promise.all([
      readOptional(join(directory, name)),
      readOptional(pathOf(directory, name)),
    ])
    if (text === kept) continue
    await mkdir(join(directory, '.shoal', FOLDER), { recursive: true, mode: 0o700 }).catch(() => {})
    await writeText(pathOf(directory, name), text ?? '', { mode: 0o600 }).catch(() => {})
  }
}

/** A file as it was applied last; undefined when nobody knows. */
export async function readApplied(directory: string, name: string): Promise<string | undefined> {
  return isInside(name) ? await readOptional(pathOf(directory, name)) : undefined
}

const isInside = (name: string): boolean => !/^(?:\.\.|\/|[A-Za-z]:)/.test(name)

const pathOf = (directory: string, name: string): string =>
  join(directory, '.shoal', FOLDER, name.replaceAll(/[\\/]/g, '__'))

const readOptional = (path: string): Promise<string | undefined> => readText(path).catch(() => undefined)
