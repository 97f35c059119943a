import { readFile } from 'node:fs/promises'
import { Zip, ZipDeflate } from 'fflate'
import type { Manifest } from './manifest.ts'
import { MANIFEST } from './manifest.ts'

/** One file as it goes into the archive. */
export interface ArchiveEntry {
  readonly path: string
  /** Where its bytes are, or what they are. */
  readonly from: string | Uint8Array
  readonly modified: Date
}

/** Zip knows no earlier year. */
const EARLIEST = new Date('1980-01-02T00:00:00Z')
/** From UNIX, a regular file: `unzip` then gives the mode 0644. */
const UNIX = 3
const PLAIN_FILE = (0o100_644 << 16) >>> 0

/** A zip of these files and its manifest, piece by piece; one file at a time is in memory. */
export async function* writeArchive(
  entries: readonly ArchiveEntry[],
  manifest: Manifest,
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  let failure: Error | undefined
  const zip = new Zip((error, piece) => {
    if (error) failure = error
    else pieces.push(piece)
  })
  const add = (path: string, bytes: Uint8Array, modified: Date) => {
    const file = new ZipDeflate(path, { level: 6 })
    file.mtime = modified < EARLIEST ? EARLIEST : modified
    file.os = UNIX
    file.attrs = PLAIN_FILE
    zip.add(file)
    file.push(bytes, true)
    if (failure) throw failure
    const made = pieces
    pieces = []
    return made
  }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  yield* add(MANIFEST, new TextEncoder().encode(text), new Date())
  for (const { path, from, modified } of entries)
    yield* add(path, typeof from === 'string' ? await readFile(from) : from, modified)
  zip.end()
  yield* pieces
}
