import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

export interface Folders {
  /** Shoal's own data, shared with the command line; `SHOAL_DATA_DIR` names another. */
  readonly data: string
  /** Chromium's profile and the window's place. */
  readonly profile: string
  /** The bundled project. */
  readonly stack: string
  /** The built page. */
  readonly page: string
  readonly preload: string
  /** The engine's process. */
  readonly engine: string
  readonly icon: string
  readonly trayIcons: string
}

export interface FolderHost {
  /** The app's own folder: the archive, or the checkout. */
  readonly app: string
  /** Where the package keeps what is not in the archive; undefined in a checkout. */
  readonly resources: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Where everything is that the desktop app needs. */
export function findFolders({ app, resources, environment }: FolderHost): Folders {
  const chosen = environment.SHOAL_DATA_DIR
  const data = chosen ? resolve(chosen) : envPaths('shoal', { suffix: '' }).data
  return {
    data,
    profile: join(data, 'desktop'),
    stack: join(resources ?? app, 'stack'),
    page: join(app, 'dist', 'renderer'),
    preload: join(app, 'out', 'preload', 'index.cjs'),
    engine: join(app, 'out', 'main', 'engine.js'),
    icon: join(app, 'resources', 'icons', '512x512.png'),
    trayIcons: join(app, 'resources', 'tray'),
  }
}
