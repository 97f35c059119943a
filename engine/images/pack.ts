import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack as createPack, type Header, type Pack } from 'tar-stream'
import { ShoalError } from '../../contract/errors.ts'
import { type ContextEntry, listContext } from './context.ts'

/** Files up to this many bytes are read ahead whole; larger ones are streamed. */
const WHOLE = 256 * 1024

/** How many files are read ahead: at most 4 MiB are held. */
const AHEAD = 16

/**
 * A service's build context as a tar stream that depends on nothing but its content: sorted, modification times 0,
 * owner root. Equal contexts are equal bytes, so the engine's build cache hits. It is read as fast as it is taken.
 * Throws `image-build` as `listContext` does; a file that changes while it is sent ends the stream with `image-build`.
 */
export async function packContext(contextDir: string, dockerfile: string): Promise<Readable> {
  const entries = await listContext(contextDir, dockerfile)
  const pack = createPack()
  fill(pack, entries).catch((error: Error) => pack.destroy(error))
  return Readable.from(withReason(pack, contextDir), { objectMode: false })
}

async function* withReason(pack: Pack, contextDir: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of pack) yield chunk as Uint8Array
  } catch (error) {
    throw new ShoalError(
      'image-build',
      `The build context ${contextDir} changed or could not be read while it was sent; no image was built.`,
      'Build again when no other program changes the folder.',
      { cause: error },
    )
  }
}

async function fill(pack: Pack, entries: readonly ContextEntry[]): Promise<void> {
  const reading: (Promise<Buffer> | undefined)[] = []
  const readAhead = (index: number) => {
    const entry = entries[index]
    const whole = entry?.type === 'file' && entry.stats.size <= WHOLE
    const content = whole ? readFile(entry.absolute) : undefined
    // It is awaited when its turn comes; until then a failure must not count as unhandled.
    content?.catch(() => {})
    reading.push(content)
  }
  for (let index = 0; index < AHEAD; index++) readAhead(index)
  for (const [index, entry] of entries.entries()) {
    const content = await reading.shift()
    readAhead(index + AHEAD)
    if (entry.type === 'file' && content === undefined) await streamFile(pack, entry)
    else await addEntry(pack, entry, content)
  }
  pack.finalize()
}

function headerOf(entry: ContextEntry): Partial<Header> & { name: string } {
  const common = { name: entry.path, type: entry.type, mode: entry.mode, uid: 0, gid: 0, mtime: new Date(0) }
  if (entry.type === 'symlink') return { ...common, linkname: entry.link }
  if (entry.type === 'directory') return { ...common, name: `${entry.path}/` }
  return { ...common, size: entry.stats.size }
}

function addEntry(pack: Pack, entry: ContextEntry, content: Buffer | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve())
    if (content === undefined) pack.entry(headerOf(entry), done)
    else pack.entry(headerOf(entry), content, done)
  })
}

/** Sends exactly as many bytes as the header announces, even if the file grows meanwhile. */
async function streamFile(pack: Pack, entry: ContextEntry): Promise<void> {
  const sink = pack.entry(headerOf(entry))
  await pipeline(createReadStream(entry.absolute, { end: entry.stats.size - 1 }), sink)
}
