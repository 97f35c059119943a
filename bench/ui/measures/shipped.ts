import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { figureRow, type Row } from '../../report/rows.ts'
import { dependenciesOf, scriptsOf } from './scripts-of.ts'

/** Gzipped kilobytes (1,000 bytes) of scripts before the editor and the terminal: issue 3's aim. */
const MOST = 350

/** Gzipped scripts of the built window: what the first screen loads, and what the screens that come later add. */
export async function measureShipped(folder: string): Promise<Row[]> {
  const assets = join(folder, 'assets')
  const scripts = new Map<string, string>()
  for (const name of await readdir(assets))
    if (name.endsWith('.js')) scripts.set(name, await readFile(join(assets, name), 'utf8'))
  const first = dependenciesOf(scriptsOf(await readFile(join(folder, 'index.html'), 'utf8')), scripts)
  const added = (prefix: string) => {
    const entries = [...scripts.keys()].filter((name) => name.startsWith(`${prefix}-`))
    return new Set([...dependenciesOf(entries, scripts)].filter((name) => !first.has(name)))
  }
  const size = (names: ReadonlySet<string>) =>
    [...names].reduce((sum, name) => sum + gzipSync(scripts.get(name) ?? '', { level: 9 }).length, 0) / 1000
  return [
    figureRow('scripts of the first screen, gzip', 'kB', size(first), { atMost: MOST }),
    figureRow('added by the logs and terminals', 'kB', size(added('logs'))),
    figureRow('added by the environment’s editor', 'kB', size(added('environment'))),
    figureRow('added by the settings', 'kB', size(added('settings'))),
  ]
}
