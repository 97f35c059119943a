import { formatSeconds } from '../output/duration.ts'
import type { Paint, Painter } from '../output/paint.ts'
import type { Entry, ProgressState } from './state.ts'

export interface ListLook {
  readonly columns: number
  readonly rows: number
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Counts up; turns the spinners. */
  readonly frame: number
  readonly paint: Paint
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/** Kept free for the prompt, the line that counts what is left out, and the line that the cursor is on. */
const SPARE_ROWS = 3

/**
 * The list of operations as it is on the screen now. What does not fit its height is counted instead:
 * first what waits, then what is done.
 */
export function listText(state: ProgressState, look: ListLook): string {
  const shown = choose(state, Math.max(1, look.rows - SPARE_ROWS))
  const verbWidth = Math.max(0, ...shown.map(({ operation }) => operation.verb.length))
  const targetWidth = Math.max(0, ...shown.map(({ operation }) => operation.target.length))
  const lines = shown.map((entry) => line(entry, verbWidth, targetWidth, look))
  const rest = remainder(state, shown)
  return [...lines, ...(rest ? [look.paint.dim(`  ${rest}`)] : [])].join('\n')
}

const URGENCY: Record<Entry['state'], number> = { failed: 0, running: 1, done: 2, skipped: 3, waiting: 4 }

function choose(state: ProgressState, room: number): ProgressState {
  if (state.length <= room) return state
  const urgent = state
    .map((entry, position) => ({ entry, position }))
    .sort((a, b) => URGENCY[a.entry.state] - URGENCY[b.entry.state] || latest(b.entry) - latest(a.entry))
    .slice(0, room)
  return urgent.sort((a, b) => a.position - b.position).map(({ entry }) => entry)
}

function latest({ endedAt, startedAt }: Entry): number {
  return endedAt ?? startedAt ?? 0
}

function remainder(state: ProgressState, shown: ProgressState): string {
  const left = state.filter((entry) => !shown.includes(entry))
  const done = left.filter((entry) => entry.state === 'done').length
  const waiting = left.filter((entry) => entry.state === 'waiting').length
  const others = left.length - done - waiting
  const counts = [`${done} more done`, `${waiting} to come`, `${others} others`]
  return counts.filter((count) => !count.startsWith('0 ')).join(', ')
}

function line(entry: Entry, verbWidth: number, targetWidth: number, look: ListLook): string {
  const { operation, state, detail, startedAt, endedAt } = entry
  const { paint, columns, now, frame } = look
  const [symbol, colour] = mark(state, frame, paint)
  const names = `${operation.verb.padEnd(verbWidth)} ${operation.target.padEnd(targetWidth)}`
  const time = startedAt === undefined ? '' : `  ${formatSeconds((endedAt ?? now) - startedAt)}`
  const remark = detail ? `${detail} (${operation.cause})` : operation.cause
  const room = columns - 1 - `${symbol} ${names}  ${time}`.length
  const text = state === 'waiting' ? paint.dim(names) : names
  return `${colour(symbol)} ${text}${room > 3 ? `  ${paint.dim(shorten(remark, room))}` : ''}${paint.dim(time)}`
}

function mark(state: Entry['state'], frame: number, paint: Paint): [string, Painter] {
  if (state === 'running') return [SPINNER[frame % SPINNER.length] ?? '', paint.cyan]
  if (state === 'done') return ['✔', paint.green]
  if (state === 'failed') return ['✖', paint.red]
  return [state === 'skipped' ? '↓' : '·', paint.dim]
}

function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`
}
