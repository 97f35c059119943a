import { Command } from 'commander'
import { examples } from '../examples.ts'
import { databaseText } from '../output/database-text.ts'
import type { Session } from '../session.ts'
import { watchInPlace } from '../watch-in-place.ts'

/** `shoal db [--watch]` */
export function dbCommand(session: Session): Command {
  const command = new Command('db')
    .description('show how PostgreSQL is: its connections by instance, what it runs, how many instances fit')
    .option('-w, --watch', 'keep showing it, every two seconds')
    .action(async ({ watch }: { watch?: boolean }) => {
      const directory = await session.project()
      if (watch) {
        const all = session.read('database.watch', { directory })
        return watchInPlace(session, all, (database) => databaseText(database, session.paint))
      }
      const engine = await session.engine()
      const database = await engine.call('database.status', { directory }, { signal: session.signal })
      await session.print(database, () => databaseText(database, session.paint))
    })
  return examples(command, ['shoal db', 'shoal db --watch', 'shoal db --json'])
}
