import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { forgetVersion, keepVersion, readVersions } from '../env/versions.ts'
import { keepCopy, writeEnv } from '../env/write.ts'
import { writeText } from '../files/write-text.ts'
import { readEnvText } from '../project/dotenv/read.ts'

/**
 * Remembers what files hold now, so that a failed change can put them back byte for byte. The function it returns tells
 * whether anything had to be put back.
 */
export async function remember(paths: readonly string[]): Promise<() => Promise<boolean>> {
  const texts = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })))
  return async () => {
    let changed = false
    for (const { path, text } of texts) {
      if ((await readFile(path, 'utf8')) === text) continue
      await writeText(path, text)
      changed = true
    }
    return changed
  }
}

/** The path of a project's `.env`. */
export function envPath(directory: string): string {
  return join(directory, '.env')
}

/** A project's `.env`; undefined when there is none. Throws `env-invalid` when it is not text. */
export async function readEnv(directory: string): Promise<string | undefined> {
  return await readEnvText(envPath(directory), '.env')
}

/** Notes the `.env` with which every instance got healthy. It is as secret as the file itself. */
export async function noteGoodEnv(directory: string): Promise<void> {
  const [text, known] = await Promise.all([readEnv(directory), readGoodEnv(directory)])
  if (text !== undefined && text !== known) await writeEnv(goodPath(directory), text)
}

/** The `.env` with which every instance was healthy last; undefined when none is known. */
export async function readGoodEnv(directory: string): Promise<string | undefined> {
  return await readOptional(goodPath(directory))
}

/**
 * Replaces a project's `.env`, and keeps the text that was there as a version. To be called under the project's lock.
 * Throws `disk-full` or `file-write`; the file is then byte-identical.
 */
export async function replaceEnv(directory: string, before: string | undefined, text: string): Promise<void> {
  if (text === before) return
  const id = before === undefined ? undefined : await keepVersion(directory, before)
  try {
    await writeEnv(envPath(directory), text)
  } catch (error) {
    if (id !== undefined) await forgetVersion(directory, id)
    throw error
  }
}

/**
 * Puts `.env` back to a former text, and keeps the refused one beside it and among the versions.
 * Returns a sentence on it, or undefined when there is nothing to put back.
 */
export async function putEnvBack(directory: string, text: string | undefined): Promise<string | undefined> {
  const refused = await readEnv(directory)
  if (refused === undefined || text === undefined || text === refused) return undefined
  const copy = await keepCopy(envPath(directory), refused)
  await writeEnv(envPath(directory), text)
  const [newest] = await readVersions(directory)
  // What was kept when the refused text was written is the file itself again, and no former one.
  if (newest?.text === text) await forgetVersion(directory, newest.id)
  await keepVersion(directory, refused, { refused: true })
  return `.env was put back as it was; the refused one is kept as ${basename(copy)}.`
}

function goodPath(directory: string): string {
  return join(directory, '.shoal', 'env.good')
}

async function readOptional(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
