import { z } from 'zod'
import { type HistoryEntry, historyEntrySchema } from '../../contract/history.ts'

/** A command that began. Its end is a line of its own; without one it was interrupted, or runs still. */
const beginSchema = z.object({ id: z.string(), command: z.string(), at: z.number().int() })
export type Begin = z.infer<typeof beginSchema>

/** One line of the file. */
const lineSchema = z.union([z.object({ begin: beginSchema }), z.object({ end: historyEntrySchema })])

/**
 * What a history file tells, oldest first. Lines that make no sense are skipped.
 * @param runs whether the newest command, which has no end, runs still: then it is left out
 */
export function parseHistory(text: string, runs: (begin: Begin) => boolean = () => false): HistoryEntry[] {
  const entries = new Map<string, HistoryEntry>()
  let newest: Begin | undefined
  for (const line of text.split('\n')) {
    const parsed = parseLine(line)
    if (parsed === undefined) continue
    if ('end' in parsed) {
      entries.set(parsed.end.id, parsed.end)
      newest = undefined
    } else {
      newest = parsed.begin
      entries.set(newest.id, { ...newest, took: null, outcome: 'interrupted', operations: [] })
    }
  }
  if (newest && runs(newest)) entries.delete(newest.id)
  return [...entries.values()]
}

function parseLine(line: string): z.infer<typeof lineSchema> | undefined {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}
