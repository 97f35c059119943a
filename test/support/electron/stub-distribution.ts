import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What precedes the fuses in Electron's binary; then come the version, how many there are, and one digit for each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const VERSION = 1
/** As Electron 45 is delivered: for each fuse whether it is on. */
const FUSES = '100110110'

const FILES = [
  'LICENSES.chromium.html',
  'chrome-sandbox',
  'icudtl.dat',
  'libffmpeg.so',
  'resources.pak',
  'version',
]

/**
 * Makes a folder that packs like Electron for Linux and does not run: where the real one cannot be had, what is packed
 * around it can still be looked at.
 */
export async function stubElectron(folder: string): Promise<string> {
  const fuses = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([VERSION, FUSES.length]),
    Buffer.from(FUSES),
  ])
  for (const sub of ['locales', 'resources']) await mkdir(join(folder, sub), { recursive: true })
  for (const locale of ['en-US', 'de']) await writeFile(join(folder, 'locales', `${locale}.pak`), locale)
  for (const file of FILES) await writeFile(join(folder, file), file)
  await writeFile(join(folder, 'electron'), fuses)
  await chmod(join(folder, 'electron'), 0o755)
  return folder
}
