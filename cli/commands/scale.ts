import { Command } from 'commander'
import { examples } from '../examples.ts'
import { operateAndPrint } from '../operate.ts'
import type { Session } from '../session.ts'
import { parseScale } from '../values/numbers.ts'

/** `shoal scale N` */
export function scaleCommand(session: Session): Command {
  const command = new Command('scale')
    .description('change how many instances run, without dropping a request')
    .argument('<N>', 'how many instances', parseScale)
    .option('--dry-run', 'print the plan and change nothing')
    .action(async (scale: number, { dryRun = false }: { dryRun?: boolean }) => {
      const directory = await session.project()
      await operateAndPrint(session, 'stack.scale', { directory, scale, dryRun })
    })
  return examples(command, ['shoal scale 6', 'shoal scale 2 --dry-run'])
}
