import { statusText } from './output/status-text.ts'
import { redraw } from './redraw.ts'
import type { Session } from './session.ts'

/** Milliseconds after which uptimes on the screen are old enough to be counted again. */
const REFRESH = 10_000

/** Shows each snapshot of a project: in place on a terminal, a block each elsewhere, a line each as JSON. */
export async function watchStatus(session: Session, directory: string): Promise<void> {
  const snapshots = session.read('stack.watch', { directory })
  if (session.json) for await (const snapshot of snapshots) await session.out.line(JSON.stringify(snapshot))
  else if (session.out.isTerminal)
    await redraw(session, snapshots, (snapshot) => statusText(snapshot, session.paint, Date.now()), REFRESH)
  else
    for await (const snapshot of snapshots) await session.out.line(`${statusText(snapshot, session.paint)}\n`)
}
