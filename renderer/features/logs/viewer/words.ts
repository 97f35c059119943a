import type { Span } from '../text/span.ts'
import type { Beginning } from './pane-state.ts'

/** The line above the first record: why there is nothing before it, or that it is on its way. */
export function beginningText(beginning: Beginning, dropped: number): Span {
  const look = { tone: 'faint', attributes: [3] } as const
  if (beginning === 'loading') return { text: '— reading older lines —', look }
  if (dropped === 0) return { text: '— older lines —', look }
  const words =
    dropped === 1 ? '1 older line was dropped' : `${dropped.toLocaleString('en')} older lines were dropped`
  return { text: `— ${words} —`, look }
}

/** Lines that a reader missed. */
export function skipText(skipped: number): string {
  return skipped === 1
    ? '1 line came faster than this window could show it and was skipped'
    : `${skipped.toLocaleString('en')} lines came faster than this window could show them and were skipped`
}

/** "3 of 120 matches", "No matches", "1 match" */
export function matchText(matches: number, at: number | null): string {
  if (matches === 0) return 'No matches'
  const total = matches.toLocaleString('en')
  return at === null
    ? `${total} ${matches === 1 ? 'match' : 'matches'}`
    : `${(at + 1).toLocaleString('en')} of ${total}`
}

/** "1 new line", "2,345 new lines" */
export function unreadText(unread: number): string {
  return unread === 1 ? '1 new line' : `${unread.toLocaleString('en')} new lines`
}
