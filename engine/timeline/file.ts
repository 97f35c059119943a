import { appendFile, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TimelineEntry } from '../../contract/timeline.ts'
import { keepAside } from '../files/keep-aside.ts'
import { writeText } from '../files/write-text.ts'
import { guarded } from './guard.ts'
import { type Line, parseTimeline, type Timeline } from './parse.ts'
import { shorten } from './shorten.ts'

/** A file that is longer is shortened. Bytes: its bound, and a quarter, so that it need not be done for each line. */
const FULL = 1.25 * 1024 * 1024

/** Where a project's timeline is kept. */
export function timelinePath(directory: string): string {
  return join(directory, '.shoal', 'timeline.jsonl')
}

/** What a project's file tells. One that is not there or cannot be read tells nothing. */
export async function readTimeline(directory: string): Promise<Timeline> {
  return parseTimeline(await readFile(timelinePath(directory), 'utf8').catch(() => ''))
}

/** Notes something about a command. Never throws: a timeline that cannot be written is no reason to fail one. */
export async function noteLine(directory: string, line: Line): Promise<void> {
  const path = timelinePath(directory)
  const note = async () => {
    if ((await append(path, [line])) > FULL) await shortenFile(path)
  }
  await guarded(path, note).catch(() => {})
}

/**
 * Notes what happened by itself, each thing once, whoever else saw it.
 * @param choose what to note, given what the file tells at that moment; nobody else writes meanwhile
 * @returns what was noted. Never throws.
 */
export async function noteEntries(
  directory: string,
  choose: (known: Timeline) => Promise<readonly TimelineEntry[]>,
): Promise<readonly TimelineEntry[]> {
  const path = timelinePath(directory)
  const note = async () => {
    const known = await readTimeline(directory)
    const entries = await choose(known)
    if (entries.length === 0) return []
    const size = await append(
      path,
      entries.map((entry) => ({ entry })),
    )
    if (size > FULL || known.entries.length > FULL_ENTRIES) await shortenFile(path)
    return entries
  }
  return await guarded(path, note).catch(() => [])
}

/** Entries beyond which the oldest are dropped; again some more than are kept then. */
const FULL_ENTRIES = 1_250

/** Returns the file's size. */
async function append(path: string, lines: readonly Line[]): Promise<number> {
  const file = await open(path, 'a+')
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
    // A process that was killed may have left half a line.
    const gap = bytesRead === 0 || buffer.toString() === '\n' ? '' : '\n'
    const text = gap + lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    await appendFile(file, text)
    return size + Buffer.byteLength(text)
  } finally {
    await file.close()
  }
}

/** Lines that make no sense are kept beside the file once, since they are not written again. */
async function shortenFile(path: string): Promise<void> {
  const known = parseTimeline(await readFile(path, 'utf8'))
  if (known.garbage > 0) await keepAside(path)
  await writeText(path, shorten(known))
}
