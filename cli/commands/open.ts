import { Command } from 'commander'
import type { ErrorData } from '../../contract/errors.ts'
import { examples } from '../examples.ts'
import { hasDisplay } from '../has-display.ts'
import type { Session } from '../session.ts'

/** `shoal open`: the app in the browser. Where there is no display, its address is all there is to show. */
export function openCommand(session: Session): Command {
  const command = new Command('open').description('open the app in the browser').action(async () => {
    const directory = await session.project()
    const engine = await session.engine()
    const { url, state, project } = await engine.call(
      'stack.status',
      { directory },
      { signal: session.signal },
    )
    if (!url || state === 'down' || state === 'stopped') throw await notRunning(project)
    const opened = hasDisplay(session.host)
    await session.print({ url, opened }, () => url)
    if (opened) await session.host.browse(url)
  })
  return examples(command, ['shoal open'])
}

async function notRunning(project: string): Promise<Error> {
  const { ShoalError } = await import('../../contract/errors.ts')
  const error: ErrorData = {
    code: 'down',
    message: `${project} does not run, so there is nothing to open.`,
    hint: 'Start it with "shoal up".',
  }
  return ShoalError.fromData(error)
}
