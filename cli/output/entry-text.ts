import { lostText } from '../../contract/lost-text.ts'
import type { TimelineEntry } from '../../contract/timeline.ts'
import type { Paint, Painter } from './paint.ts'

const CAUSES: Readonly<Record<TimelineEntry['cause'], string>> = {
  shoal: 'shoal',
  docker: 'docker',
  crash: 'crash',
  'restart-policy': 'restart policy',
  'health-check': 'health check',
  engine: 'engine',
}

/** Room for the longest cause. */
const CAUSE_WIDTH = 'restart policy'.length

/** An entry of the timeline as a line: `2026-01-01 12:00:03  shoal  scale 3 -> 6: 2.1 s, 0 of 4,812 requests lost`. */
export function entryText(entry: TimelineEntry, paint: Paint): string {
  const { at, cause, error } = entry
  return [
    paint.dim(momentText(at)),
    paint.dim(CAUSES[cause].padEnd(CAUSE_WIDTH)),
    colourOf(entry, paint)(recordText(entry) + endText(entry)),
    ...(error ? [paint.dim(error.message)] : []),
  ].join('  ')
}

/** "scale 3 -> 6: 2.1 s, 0 of 4,812 requests lost" */
export function recordText({
  what,
  took,
  requests,
}: Pick<TimelineEntry, 'what' | 'took' | 'requests'>): string {
  const facts = [
    ...(took === null ? [] : [tookText(took)]),
    ...(requests && requests.total > 0 ? [lostText(requests)] : []),
  ]
  return facts.length > 0 ? `${what}: ${facts.join(', ')}` : what
}

/** "340 ms", "2.1 s", "3 min 5 s", "2 h 3 min" */
function tookText(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1_000)
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`
}

function endText({ kind, outcome }: TimelineEntry): string {
  if (kind !== 'command' || outcome === 'done') return ''
  return outcome === 'interrupted' ? ' (shoal was killed)' : ` (${outcome})`
}

function colourOf({ outcome, requests }: TimelineEntry, paint: Paint): Painter {
  if (outcome === 'failed' || outcome === 'interrupted') return paint.red
  return requests && requests.lost > 0 ? paint.yellow : String
}

/** "2026-01-01 12:00:03", by this machine's clock. */
function momentText(at: number): string {
  const date = new Date(at)
  const local = new Date(at - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19).replace('T', ' ')
}
