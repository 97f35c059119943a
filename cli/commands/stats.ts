import { Command } from 'commander'
import { examples } from '../examples.ts'
import { statsText } from '../output/stats-text.ts'
import type { Session } from '../session.ts'
import { watchInPlace } from '../watch-in-place.ts'

/** `shoal stats [--watch]` */
export function statsCommand(session: Session): Command {
  const command = new Command('stats')
    .description('show what each container uses, and which ones get too little')
    .option('-w, --watch', 'keep showing it, once a second')
    .action(async ({ watch }: { watch?: boolean }) => {
      const directory = await session.project()
      const all = session.read('stats.watch', { directory })
      if (watch) return watchInPlace(session, all, (stats) => statsText(stats, session.paint))
      for await (const stats of all) return session.print(stats, () => statsText(stats, session.paint))
    })
  return examples(command, ['shoal stats', 'shoal stats --watch', 'shoal stats --json'])
}
