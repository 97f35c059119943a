import { Command } from 'commander'
import { examples } from '../examples.ts'
import { statusText } from '../output/status-text.ts'
import type { Session } from '../session.ts'
import { watchInPlace } from '../watch-in-place.ts'

/** Milliseconds after which uptimes on the screen are old enough to be counted again. */
const REFRESH = 10_000

/** `shoal status [--watch]` */
export function statusCommand(session: Session): Command {
  const command = new Command('status')
    .description('show what runs, how healthy it is and what takes traffic')
    .option('-w, --watch', 'keep showing it as it changes')
    .action(async ({ watch }: { watch?: boolean }) => {
      const directory = await session.project()
      if (watch) {
        const snapshots = session.read('stack.watch', { directory })
        return watchInPlace(session, snapshots, (one, now) => statusText(one, session.paint, now), REFRESH)
      }
      const engine = await session.engine(directory)
      const snapshot = await engine.call('stack.status', { directory }, { signal: session.signal })
      await session.print(snapshot, () => statusText(snapshot, session.paint))
    })
  return examples(command, ['shoal status', 'shoal status --watch', 'shoal status --json'])
}
