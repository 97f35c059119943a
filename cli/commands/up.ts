import { Command } from 'commander'
import { examples } from '../examples.ts'
import { operateAndPrint } from '../operate.ts'
import type { Session } from '../session.ts'
import { parsePort, parseScale } from '../values/numbers.ts'

/** `shoal up`: everything runs, every instance is healthy and takes traffic. */
export function upCommand(session: Session): Command {
  const command = new Command('up')
    .description('start the stack and wait until every instance is healthy and takes traffic')
    .option('--scale <N>', 'how many instances', parseScale)
    .option('--port <P>', 'the public port, kept in .env', parsePort)
    .option('--dry-run', 'print the plan and change nothing')
    .action(async ({ scale, port, dryRun = false }: { scale?: number; port?: number; dryRun?: boolean }) => {
      const directory = await session.project()
      await operateAndPrint(session, 'stack.up', { directory, scale, port, dryRun })
    })
  return examples(command, ['shoal up', 'shoal up --scale 3 --port 8080', 'shoal up --dry-run'])
}
