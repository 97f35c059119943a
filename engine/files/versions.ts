import { chmod, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'
import { readText } from './read-text.ts'
import { writeText } from './write-text.ts'

/** How many former texts are kept. */
const KEPT = 10

/** A former text of a file. */
export interface KeptText {
  /** When it was replaced, as in the name of its file. */
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Whether it is one that did not work. */
  readonly refused: boolean
  readonly text: string
}

/** Which file's former texts are kept, and where. */
export interface VersionsOf {
  /** Below `.shoal` in the project. */
  readonly folder: string
  /** What their names end with, without the dot. */
  readonly extension: string
  /** What the file is called. */
  readonly file: string
}

export interface Versions {
  /** The kept texts, newest first. What else lies in their folder is left alone. */
  read(directory: string): Promise<KeptText[]>
  /** One kept text. Throws ShoalError `unknown-name` when there is none with this id. */
  find(directory: string, id: string): Promise<KeptText>
  /**
   * Keeps a text that was replaced or refused, and forgets the oldest beyond ten. A text that is the newest one already is not
   * kept twice. Only the owner can read them. Returns the id; undefined when it was kept before.
   *
   * @param options.at milliseconds since the epoch
   * @throws ShoalError `disk-full` or `file-write`.
   */
  keep(
    directory: string,
    text: string,
    options?: { readonly refused?: boolean; readonly at?: number },
  ): Promise<string | undefined>
  /** Forgets one kept text. */
  forget(directory: string, id: string): Promise<void>
}

/** The former texts of one file of a project, each in a file of its own. */
export function versionsOf({ folder, extension, file }: VersionsOf): Versions {
  const name = new RegExp(`^(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z)(\\.refused)?\\.${extension}$`)
  const folderOf = (directory: string): string => join(directory, '.shoal', folder)
  const fileName = (id: string, refused: boolean): string => `${id}${refused ? '.refused' : ''}.${extension}`

  const readOne = async (directory: string, entry: string): Promise<KeptText[]> => {
    const [, id, refused] = name.exec(entry) ?? []
    if (id === undefined || Number.isNaN(timeOf(id))) return []
    const text = await readText(join(folderOf(directory), entry)).catch(() => undefined)
    return text === undefined ? [] : [{ id, at: timeOf(id), refused: refused !== undefined, text }]
  }
  const read = async (directory: string): Promise<KeptText[]> => {
    const names = await readdir(folderOf(directory)).catch(() => [])
    const kept = await Promise.all(names.map((entry) => readOne(directory, entry)))
    return kept.flat().sort((a, b) => b.at - a.at)
  }
  const remove = async (directory: string, { id, refused }: KeptText): Promise<void> => {
    await rm(join(folderOf(directory), fileName(id, refused)), { force: true })
  }
  const makeFolder = async (directory: string): Promise<void> => {
    try {
      await mkdir(folderOf(directory), { recursive: true, mode: 0o700 })
      await chmod(folderOf(directory), 0o700)
    } catch (cause) {
      const full = (cause as NodeJS.ErrnoException).code === 'ENOSPC'
      throw new ShoalError(
        full ? 'disk-full' : 'file-write',
        `The former ${file} could not be kept in ${folderOf(directory)}; ${file} was left as it was.`,
        full ? 'Free some space and try again.' : 'Make the project folder writable, and try again.',
        { cause },
      )
    }
  }

  return {
    read,
    async find(directory, id) {
      const found = (await read(directory)).find((version) => version.id === id)
      if (found !== undefined) return found
      throw new ShoalError(
        'unknown-name',
        `This version of ${file} is not kept any more; nothing was changed.`,
      )
    },
    async keep(directory, text, { refused = false, at = Date.now() } = {}) {
      const versions = await read(directory)
      const [newest] = versions
      if (newest?.text === text && newest.refused === refused) return undefined
      // A clock that was set back must not put a newer text below an older one.
      const id = idOf(Math.max(at, (newest?.at ?? 0) + 1))
      await makeFolder(directory)
      await writeText(join(folderOf(directory), fileName(id, refused)), text, { mode: 0o600 })
      await Promise.all(versions.slice(KEPT - 1).map((version) => remove(directory, version)))
      return id
    },
    async forget(directory, id) {
      const found = (await read(directory)).find((version) => version.id === id)
      if (found !== undefined) await remove(directory, found)
    },
  }
}

/** Colons are no characters for a file's name on Windows. */
const idOf = (at: number): string => new Date(at).toISOString().replace(/[:.]/g, '-')

const timeOf = (id: string): number =>
  Date.parse(id.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/, 'T$1:$2:$3.$4Z'))
