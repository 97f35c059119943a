import { countText } from '../../../lib/format.ts'
import type { Span } from '../text/span.ts'

/** The line at the top once the oldest lines had to make room. */
export function droppedText(dropped: number): Span {
  const count = dropped.toLocaleString('en')
  const words = dropped === 1 ? '1 older line was dropped' : `${count} older lines were dropped`
  return { text: `— ${words} —`, look: { tone: 'faint', attributes: [3] } }
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
  return unread === 1 ? countText(1, 'new line') : `${unread.toLocaleString('en')} new lines`
}
