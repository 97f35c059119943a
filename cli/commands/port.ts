import { Command } from 'commander'
import { examples } from '../examples.ts'
import { operateAndPrint } from '../operate.ts'
import type { Session } from '../session.ts'
import { parsePort } from '../values/numbers.ts'

/** `shoal port [P]`: shows or changes the public port. */
export function portCommand(session: Session): Command {
  const command = new Command('port')
    .description('show the public port, or change it: the new one answers before the old one goes')
    .argument('[P]', 'the new port', parsePort)
    .option('--dry-run', 'print the plan and change nothing')
    .action(async (port: number | undefined, { dryRun = false }: { dryRun?: boolean }) => {
      const directory = await session.project()
      if (port !== undefined) return operateAndPrint(session, 'port.set', { directory, port, dryRun })
      const engine = await session.engine()
      const result = await engine.call('port.get', { directory }, { signal: session.signal })
      await session.print(result, () => String(result.port ?? 'No port is published.'))
    })
  return examples(command, ['shoal port', 'shoal port 9000', 'shoal port 9000 --dry-run'])
}
