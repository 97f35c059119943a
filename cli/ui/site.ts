import type { Stats } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export interface SiteFile {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * The files of the built window. A path is looked up among those that exist in the folder and is never made into a file's
 * name, so no path leads out of it.
 */
export class Site {
  readonly #folder: string
  #files: ReadonlyMap<string, string> | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Whether the window was built. */
  async exists(): Promise<boolean> {
    return (await this.#list()).has('/index.html')
  }

  /** The file at a path of the address, `/` for the page itself; undefined when there is none. */
  async read(path: string): Promise<SiteFile | undefined> {
    const wanted = path === '/' ? '/index.html' : path
    // The window may have been built anew meanwhile.
    const file = this.#files?.get(wanted) ?? (await this.#list()).get(wanted)
    if (file === undefined) return undefined
    try {
      const [body, stats] = await Promise.all([readFile(file), stat(file)])
      return { body, headers: headersOf(wanted, stats) }
    } catch {
      return undefined
    }
  }

  async #list(): Promise<ReadonlyMap<string, string>> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch(() => [])
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const pathOf = (file: string) => `/${relative(this.#folder, file).split(sep).join('/')}`
    this.#files = new Map(files.map((file) => [pathOf(file), file]))
    return this.#files
  }
}

function headersOf(path: string, { mtimeMs, size }: Stats): Record<string, string> {
  return {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    // The bundler names these by their content, and the page by nothing.
    'cache-control': path.startsWith('/assets/')
      ? 'private, max-age=31536000, immutable'
      : path === '/index.html'
        ? 'no-store'
        : 'no-cache',
    etag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
  }
}
