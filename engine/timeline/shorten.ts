import type { TimelineEntry } from '../../contract/timeline.ts'
import type { Line, Timeline } from './parse.ts'

/** What is kept: as many entries, in as many bytes. */
export const KEPT_ENTRIES = 1_000
export const KEPT_BYTES = 1024 * 1024

/** The text of a file that keeps the newest of what is known, and notes from when on. A command that runs still is kept. Pure. */
export function shorten({ entries, open, dropped }: Timeline): string {
  const ended = entries.filter(({ id }) => id !== open?.begin.id)
  const kept: string[] = []
  let bytes = 0
  let at = ended.length - 1
  for (; at >= 0 && kept.length < KEPT_ENTRIES; at -= 1) {
    const line = toLine({ entry: ended[at] as TimelineEntry })
    bytes += Buffer.byteLength(line)
    if (bytes > KEPT_BYTES) break
    kept.unshift(line)
  }
  const upTo = Math.max(dropped, ended[at]?.at ?? 0)
  const running = entries.find(({ id }) => id === open?.begin.id)
  return [
    ...(upTo > 0 ? [toLine({ dropped: upTo })] : []),
    ...kept,
    ...(open ? [toLine({ begin: open.begin })] : []),
    ...(open?.planned && running
      ? [toLine({ plan: { id: running.id, operations: running.operations } })]
      : []),
  ].join('')
}

function toLine(line: Line): string {
  return `${JSON.stringify(line)}\n`
}
