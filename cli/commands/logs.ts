import { Command } from 'commander'
import { examples } from '../examples.ts'
import { logFormatter } from '../output/log-line.ts'
import type { Session } from '../session.ts'
import { parseTail } from '../values/numbers.ts'
import { parsePattern } from '../values/pattern.ts'
import { parseSince } from '../values/since.ts'

interface LogsOptions {
  follow?: boolean
  tail?: number | 'all'
  since?: number
  grep?: string
  raw?: boolean
}

/** `shoal logs [NAME...]` */
export function logsCommand(session: Session): Command {
  const command = new Command('logs')
    .description('show what the containers wrote')
    .argument('[NAME...]', 'services (app), instances (app-2) or container names; all when left out')
    .option('-f, --follow', 'go on as lines are written')
    .option('-n, --tail <N>', 'only the last N lines of each container', parseTail)
    .option('--since <T>', 'only lines since a span ago (10m, 2d), an ISO date or Unix seconds', (text) =>
      parseSince(text),
    )
    .option('--grep <RE>', 'only lines that match a regular expression', parsePattern)
    .option('--raw', "Caddy's access log as it was written, in JSON")
    .action(
      async (names: string[], { follow = false, tail = 'all', since, grep, raw = false }: LogsOptions) => {
        const directory = await session.project()
        const format = session.json ? JSON.stringify : logFormatter(session.paint, raw)
        const lines = session.read('logs.read', { directory, names, follow, tail, since, grep })
        for await (const line of lines) await session.out.line(format(line))
      },
    )
  return examples(command, [
    'shoal logs -f',
    'shoal logs app-2 --tail 50',
    'shoal logs app --since 10m --grep error',
  ])
}
