import { readFile } from 'node:fs/promises'

/** Why a file's bytes are not text. It never quotes the file. */
export class NotTextError extends Error {
  override readonly name = 'NotTextError'
  /** Starts at 1. */
  readonly line: number

  constructor(line: number) {
    super('the file is not UTF-8 text')
    this.line = line
  }
}

/**
 * The text of a file, a byte order mark included; undefined when there is no such file, or it is a folder.
 * Bytes that are not UTF-8 are refused, because writing the text back would change them.
 *
 * @throws NotTextError, and Node's own error when the file can't be read.
 */
export async function readText(path: string): Promise<string | undefined> {
  const bytes = await readBytes(path)
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new NotTextError(firstBadLine(bytes))
  }
}

async function readBytes(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined
    throw error
  }
}

function firstBadLine(bytes: Buffer): number {
  const at = bytes.toString('utf8').indexOf('\uFFFD')
  return bytes.toString('utf8').slice(0, at).split('\n').length
}
