import { setImmediate } from 'node:timers/promises'
import type { Engine } from '../../contract/engine.ts'
import type { Session } from '../session.ts'
import { plainView } from './plain-view.ts'
import type { ProgressView } from './view.ts'

/** Shows on standard error what happens in a project while `work` runs. */
export async function withProgress<T>(
  session: Session,
  engine: Engine,
  directory: string,
  work: () => Promise<T>,
): Promise<T> {
  if (session.settings.quiet) return work()
  const view = await viewFor(session)
  const { say } = session
  session.say = view.note
  const stop = new AbortController()
  // The subscription stands before the work begins, so that nothing is missed.
  const shown = showActivity(engine, directory, view, stop.signal)
  try {
    return await work()
  } finally {
    // What was said up to the end of the call is on its way already.
    await setImmediate()
    stop.abort()
    await shown
    view.end()
    session.say = say
  }
}

async function viewFor({ err, errPaint, host }: Session): Promise<ProgressView> {
  if (!err.isTerminal || host.env.TERM === 'dumb') return plainView((line) => void err.line(line))
  const { liveView } = await import('./live-view.ts')
  return liveView(host.stderr, errPaint)
}

async function showActivity(
  engine: Engine,
  directory: string,
  view: ProgressView,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const activity of engine.open('stack.activity', { directory }, { signal })) view.show(activity)
  } catch {
    // Progress is a courtesy: when it cannot be shown, the call itself still says how it ended.
  }
}
