import { Command } from 'commander'
import { examples } from '../examples.ts'
import { entryText } from '../output/entry-text.ts'
import type { Session } from '../session.ts'
import { parseTail } from '../values/numbers.ts'

interface TimelineOptions {
  readonly follow?: boolean
  readonly tail?: number | 'all'
}

/** Entries that are shown when nobody says how many. */
const TAIL = 50
/** As many as are kept. */
const ALL = 1_000

/** `shoal timeline` */
export function timelineCommand(session: Session): Command {
  const command = new Command('timeline')
    .description('show what happened, whatever caused it: shoal, docker or a crash')
    .option('-f, --follow', 'go on as things happen')
    .option('-n, --tail <N>', `only the last N entries, or "all" (default: ${TAIL}; all as JSON)`, parseTail)
    .action(async ({ follow = false, tail }: TimelineOptions) => {
      const directory = await session.project()
      const count = tail ?? (session.json && !follow ? 'all' : TAIL)
      const limit = count === 'all' ? ALL : Math.min(count, ALL)
      await (follow ? followTimeline(session, directory, limit) : showTimeline(session, directory, limit))
    })
  return examples(command, ['shoal timeline', 'shoal timeline -f', 'shoal timeline --json > timeline.json'])
}

async function followTimeline(session: Session, directory: string, limit: number): Promise<void> {
  const { json, paint } = session
  for await (const { entries } of session.read('timeline.watch', { directory, limit }))
    for (const entry of entries)
      await session.out.line(json ? JSON.stringify(entry) : entryText(entry, paint))
}

async function showTimeline(session: Session, directory: string, limit: number): Promise<void> {
  const engine = await session.engine(directory)
  const { entries, ...rest } = await engine.call('timeline.export', { directory }, { signal: session.signal })
  const last = entries.slice(Math.max(0, entries.length - limit))
  await session.print({ ...rest, entries: last }, () =>
    last.length === 0
      ? 'Nothing has happened here yet.'
      : last.map((entry) => entryText(entry, session.paint)).join('\n'),
  )
}
