import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { AppSettings } from '../../contract/app.ts'
import { ShoalError } from '../../contract/errors.ts'
import { keepAside } from '../files/keep-aside.ts'
import { readText } from '../files/read-text.ts'
import { watchFile } from '../files/watch-file.ts'
import { writeText } from '../files/write-text.ts'
import { DEFAULT_SETTINGS } from './defaults.ts'
import type { ParsedSettings } from './parse.ts'

/** Shoal's own settings, in `settings.json` of the user's data folder, which several Shoals may share. */
export class SettingsStore {
  readonly #folder: string | undefined
  readonly #warn: (message: string) => void
  readonly #listeners = new Set<(settings: AppSettings) => void>()
  #last: AppSettings | undefined
  /** The text that was complained about last, and where its copy is. */
  #refused: { readonly text: string; readonly copy: string | undefined } | undefined
  #turn: Promise<unknown> = Promise.resolve()

  /** Without a folder there are only the defaults. `warn` is told about a file that cannot be used. */
  constructor(folder: string | undefined, warn: (message: string) => void = () => {}) {
    this.#folder = folder
    this.#warn = warn
  }

  /** The settings now. What cannot be used is kept aside and told, and the default stands in. Never throws. */
  async get(): Promise<AppSettings> {
    return await this.#inTurn(async () => {
      const { settings } = await this.#read()
      this.#tell(settings)
      return settings
    })
  }

  /** Changes some fields; whatever else is in the file stays. Throws `disk-full` and `file-write`. */
  async set(change: Partial<AppSettings>): Promise<AppSettings> {
    return await this.#inTurn(async () => {
      const folder = this.#folder
      if (folder === undefined)
        throw new ShoalError('file-write', 'This Shoal has no folder for its settings; nothing was changed.')
      const { settings, known, refused } = await this.#read()
      this.#tell(settings)
      if (refused.length > 0 && this.#refused?.copy === undefined)
        throw new ShoalError(
          'file-write',
          `${join(folder, FILE)} cannot be read, nor kept aside; nothing was changed.`,
          'Mend or remove that file.',
        )
      const next = { ...settings, ...change }
      await mkdir(folder, { recursive: true }).catch(() => {})
      await writeText(join(folder, FILE), `${JSON.stringify({ ...known, ...next }, null, 2)}\n`)
      this.#tell(next)
      return next
    })
  }

  /** Calls back after each change that this process makes or comes to know of. Returns how to stop. */
  onChange(listener: (settings: AppSettings) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Looks at the file whenever another process may have changed it. Returns how to stop. */
  follow(): () => void {
    return this.#folder === undefined ? () => {} : watchFile(join(this.#folder, FILE), () => void this.get())
  }

  /** One after another, so that nobody is told about a file as it was before the last change. */
  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => {})
    return await turn
  }

  #tell(settings: AppSettings): void {
    const before = this.#last
    this.#last = settings
    if (before === undefined || isDeepStrictEqual(before, settings)) return
    for (const listener of this.#listeners) listener(settings)
  }

  async #read(): Promise<ParsedSettings> {
    if (this.#folder === undefined) return NOTHING_CHOSEN
    const path = join(this.#folder, FILE)
    let text: string | undefined
    try {
      text = await readText(path)
    } catch {
      text = ''
    }
    if (text === undefined) return NOTHING_CHOSEN
    // Where there is no file, as with most who use the command line, no schema is built, which takes 5 ms.
    const { parseSettings } = await import('./parse.ts')
    const parsed = parseSettings(text)
    if (parsed.refused.length > 0) await this.#complain(path, text, parsed.refused)
    return parsed
  }

  async #complain(path: string, text: string, refused: readonly string[]): Promise<void> {
    if (text === this.#refused?.text) return
    const copy = await keepAside(path)
    this.#refused = { text, copy }
    const kept = copy === undefined ? '' : ` The file as it is was kept as ${copy}.`
    this.#warn(`${path} cannot be used (${refused.join(', ')}); the defaults stand in.${kept}`)
  }
}

const FILE = 'settings.json'
const NOTHING_CHOSEN: ParsedSettings = { settings: DEFAULT_SETTINGS, known: {}, refused: [] }
