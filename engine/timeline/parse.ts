import { z } from 'zod'
import { type TimelineEntry, timelineEntrySchema } from '../../contract/timeline.ts'
import { whatOf } from './what.ts'

/** A command that began. Its end is an entry; without one it was interrupted, or runs still. */
const beginSchema = z.object({ id: z.string(), command: z.string(), at: z.number().int() })
/** What a command is about to do. */
const planSchema = z.object({ id: z.string(), operations: timelineEntrySchema.shape.operations })

/** One line of the file. */
const lineSchema = z.union([
  z.object({ begin: beginSchema }),
  z.object({ plan: planSchema }),
  z.object({ entry: timelineEntrySchema }),
  z.object({ dropped: z.number().int() }),
])

export type Begin = z.infer<typeof beginSchema>
export type Line = z.infer<typeof lineSchema>

/** What a file tells. */
export interface Timeline {
  /** In the order of time; what was told again is there once, as it was told last. */
  readonly entries: readonly TimelineEntry[]
  /** The newest command when it has no end; `planned` once it is known what it will do. */
  readonly open: { readonly begin: Begin; readonly planned: boolean } | undefined
  /** What happened up to this moment is not kept any more. Milliseconds since the epoch; 0 where all is. */
  readonly dropped: number
  /** Lines that make no sense. */
  readonly garbage: number
}

/** Reads a timeline's text. A command without an end is among the entries as an interrupted one. Pure. */
export function parseTimeline(text: string): Timeline {
  const entries = new Map<string, TimelineEntry>()
  let open: { begin: Begin; planned: boolean } | undefined
  let dropped = 0
  let garbage = 0
  for (const line of text.split('\n')) {
    if (line === '') continue
    const parsed = parseLine(line)
    if (parsed === undefined) garbage += 1
    else if ('dropped' in parsed) dropped = Math.max(dropped, parsed.dropped)
    else if ('entry' in parsed) {
      entries.set(parsed.entry.id, parsed.entry)
      if (parsed.entry.kind === 'command') open = undefined
    } else if ('plan' in parsed) {
      const begun = entries.get(parsed.plan.id)
      if (begun) entries.set(begun.id, planned(begun, parsed.plan.operations))
      if (open?.begin.id === parsed.plan.id) open = { ...open, planned: true }
    } else {
      open = { begin: parsed.begin, planned: false }
      entries.set(parsed.begin.id, interrupted(parsed.begin))
    }
  }
  return { entries: [...entries.values()].sort((a, b) => a.at - b.at), open, dropped, garbage }
}

function planned(begun: TimelineEntry, more: TimelineEntry['operations']): TimelineEntry {
  const operations = [...begun.operations, ...more]
  return { ...begun, operations, what: whatOf(begun.command ?? '', operations) }
}

function interrupted({ id, command, at }: Begin): TimelineEntry {
  return {
    id,
    kind: 'command',
    what: whatOf(command, []),
    command,
    container: null,
    cause: 'shoal',
    at,
    took: null,
    outcome: 'interrupted',
    operations: [],
    requests: null,
  }
}

function parseLine(line: string): Line | undefined {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}
