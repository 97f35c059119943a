import { Command } from 'commander'
import { examples } from '../examples.ts'
import { operate, outcomeText } from '../operate.ts'
import type { Session } from '../session.ts'

/** `shoal down`: containers and networks go; the data stays unless `--volumes` is given. */
export function downCommand(session: Session): Command {
  const command = new Command('down')
    .description('stop the stack and remove its containers; data stays')
    .option('--volumes', 'remove the data too')
    .option('--dry-run', 'print the plan and change nothing')
    .action(async ({ volumes = false, dryRun = false }: { volumes?: boolean; dryRun?: boolean }) => {
      const directory = await session.project()
      const outcome = await operate(session, 'stack.down', { directory, volumes, dryRun })
      const data = volumes ? 'its data is removed' : 'its data is kept'
      await session.print(outcome, () => {
        const text = outcomeText(session, outcome)
        return dryRun || outcome.plan.operations.length === 0 ? text : `${text}, ${data}`
      })
    })
  return examples(command, ['shoal down', 'shoal down --volumes'])
}
