import { redraw } from './redraw.ts'
import type { Session } from './session.ts'

/**
 * Shows each state of something: in place on a terminal, a block each elsewhere, a line each as JSON.
 * @param text is given the time in milliseconds since the epoch where what it shows ages on a screen
 * @param refresh milliseconds after which what is on the screen is old enough to be drawn again
 */
export async function watchInPlace<T>(
  session: Session,
  items: AsyncIterable<T>,
  text: (item: T, now?: number) => string,
  refresh?: number,
): Promise<void> {
  if (session.json) for await (const item of items) await session.out.line(JSON.stringify(item))
  else if (session.out.isTerminal) await redraw(session, items, (item) => text(item, Date.now()), refresh)
  else for await (const item of items) await session.out.line(`${text(item)}\n`)
}
