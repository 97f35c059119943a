import { chmod, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'
import { readText } from '../files/read-text.ts'
import { writeText } from '../files/write-text.ts'

/** How many former texts are kept. */
const KEPT = 10

/** A former `.env`; its text is secret. */
export interface KeptEnv {
  /** When it was replaced, as in the name of its file. */
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Whether it is one that a rollout could not bring up. */
  readonly refused: boolean
  readonly text: string
}

const NAME = /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)(\.refused)?\.env$/

/** The kept texts, newest first. What else lies in their folder is left alone. */
export async function readVersions(directory: string): Promise<KeptEnv[]> {
  const names = await readdir(folderOf(directory)).catch(() => [])
  const kept = await Promise.all(names.map((name) => readVersion(directory, name)))
  return kept.flat().sort((a, b) => b.at - a.at)
}

/**
 * One kept text.
 *
 * @throws ShoalError `unknown-name` when there is none with this id.
 */
export async function findVersion(directory: string, id: string): Promise<KeptEnv> {
  const found = (await readVersions(directory)).find((version) => version.id === id)
  if (found !== undefined) return found
  throw new ShoalError('unknown-name', 'This version of .env is not kept any more; nothing was changed.')
}

/**
 * Keeps a text that was replaced or refused, and forgets the oldest beyond ten. A text that is the newest one already is
 * not kept twice. Only the owner can read them.
 *
 * @param at milliseconds since the epoch
 * @returns the id; undefined when it was kept before
 * @throws ShoalError `disk-full` or `file-write`.
 */
export async function keepVersion(
  directory: string,
  text: string,
  { refused = false, at = Date.now() } = {},
): Promise<string | undefined> {
  const versions = await readVersions(directory)
  const [newest] = versions
  if (newest?.text === text && newest.refused === refused) return undefined
  // A clock that was set back must not put a newer text below an older one.
  const id = idOf(Math.max(at, (newest?.at ?? 0) + 1))
  await makeFolder(directory)
  await writeText(join(folderOf(directory), fileName(id, refused)), text, { mode: 0o600 })
  await Promise.all(versions.slice(KEPT - 1).map((version) => remove(directory, version)))
  return id
}

/** Forgets one kept text. */
export async function forgetVersion(directory: string, id: string): Promise<void> {
  const found = (await readVersions(directory)).find((version) => version.id === id)
  if (found !== undefined) await remove(directory, found)
}

const folderOf = (directory: string): string => join(directory, '.shoal', 'env')

/** Colons are no characters for a file's name on Windows. */
const idOf = (at: number): string => new Date(at).toISOString().replace(/[:.]/g, '-')

const timeOf = (id: string): number =>
  Date.parse(id.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/, 'T$1:$2:$3.$4Z'))

const fileName = (id: string, refused: boolean): string => `${id}${refused ? '.refused' : ''}.env`

async function readVersion(directory: string, name: string): Promise<KeptEnv[]> {
  const [, id, refused] = NAME.exec(name) ?? []
  if (id === undefined || Number.isNaN(timeOf(id))) return []
  const text = await readText(join(folderOf(directory), name)).catch(() => undefined)
  return text === undefined ? [] : [{ id, at: timeOf(id), refused: refused !== undefined, text }]
}

async function makeFolder(directory: string): Promise<void> {
  try {
    await mkdir(folderOf(directory), { recursive: true, mode: 0o700 })
    await chmod(folderOf(directory), 0o700)
  } catch (cause) {
    const full = (cause as NodeJS.ErrnoException).code === 'ENOSPC'
    throw new ShoalError(
      full ? 'disk-full' : 'file-write',
      `The former .env could not be kept in ${folderOf(directory)}; .env was left as it was.`,
      full ? 'Free some space and try again.' : 'Make the project folder writable, and try again.',
      { cause },
    )
  }
}

async function remove(directory: string, { id, refused }: KeptEnv): Promise<void> {
  await rm(join(folderOf(directory), fileName(id, refused)), { force: true })
}
