import { appendFile, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HistoryEntry } from '../../contract/history.ts'
import { writeText } from '../files/write-text.ts'
import { type Begin, parseHistory } from './parse.ts'

/** How many commands are kept, and how many there may be before the older ones are dropped. */
const KEPT = 200
const FULL = 250
/** The lines of a command: its beginning and its end. */
const LINES = 2

/**
 * Notes that a command began. Only who holds the project's lock may write, so that lines never mix. Never throws: a
 * history that cannot be written is no reason to fail a command.
 */
export async function noteBegin(directory: string, begin: Begin): Promise<void> {
  await append(directory, { begin }).catch(() => {})
}

/** Notes how a command ended, and drops the oldest when there are many. Never throws. */
export async function noteEnd(directory: string, end: HistoryEntry): Promise<void> {
  try {
    await append(directory, { end })
    await shorten(directory)
  } catch {
    // As above.
  }
}

/** What was done in a project, newest first. A file that is not there or cannot be read tells nothing. */
export async function readHistory(
  directory: string,
  limit: number,
  runs: (begin: Begin) => boolean,
): Promise<HistoryEntry[]> {
  const text = await readFile(historyPath(directory), 'utf8').catch(() => '')
  return parseHistory(text, runs).slice(-limit).reverse()
}

async function append(directory: string, line: object): Promise<void> {
  const path = historyPath(directory)
  // A process that was killed may have left half a line.
  const gap = (await endsInLine(path)) ? '' : '\n'
  await appendFile(path, `${gap}${JSON.stringify(line)}\n`)
}

async function endsInLine(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return true
  try {
    const { size } = await file.stat()
    if (size === 0) return true
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
    return buffer.toString() === '\n'
  } finally {
    await file.close()
  }
}

async function shorten(directory: string): Promise<void> {
  const path = historyPath(directory)
  const text = await readFile(path, 'utf8')
  if (text.split('\n').length - 1 <= FULL * LINES) return
  const kept = parseHistory(text).slice(-KEPT)
  await writeText(path, kept.map((end) => `${JSON.stringify({ end })}\n`).join(''))
}

function historyPath(directory: string): string {
  return join(directory, '.shoal', 'history.jsonl')
}
