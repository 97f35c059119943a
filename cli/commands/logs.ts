import { Command, Option } from 'commander'
import { LEVELS, type Level } from '../../contract/levels.ts'
import { examples } from '../examples.ts'
import { logDocument, logFormatter } from '../output/log-line.ts'
import { paintFor } from '../output/paint.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'
import { parseTail } from '../values/numbers.ts'
import { parsePattern } from '../values/pattern.ts'
import { parseSince } from '../values/since.ts'

interface LogsOptions {
  follow?: boolean
  tail?: number | 'all'
  since?: number
  grep?: string
  level?: Level
  request?: string
  events?: boolean
  color: boolean
  raw?: boolean
}

function formatterFor(session: Session, raw: boolean, color: boolean) {
  const { stdout, env } = session.host
  const paint = color ? session.paint : paintFor(stdout, { ...env, NO_COLOR: '1' })
  return logFormatter(paint, { raw, plain: !color })
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
    .addOption(
      new Option('--level <LEVEL>', 'only what says of itself to be this bad or worse').choices(LEVELS),
    )
    .option('--request <ID>', 'only what belongs to a request, on whichever instance, by its id')
    .option('--events', 'with -f: what happens to the containers, among what they write')
    .option('--no-color', 'without colours, those of the app too')
    .option('--raw', "Caddy's access log as it was written, in JSON")
    .action(async (names: string[], { color, raw = false, events = false, ...wanted }: LogsOptions) => {
      const { follow = false, tail = 'all', since, grep, level, request } = wanted
      if (events && !follow) throw new UsageError('--events needs -f: what happened before was not kept.')
      const directory = await session.project()
      const plain = !session.json && level === undefined && request === undefined
      const input = { directory, names, follow, tail, since, grep, level, request, events, plain }
      const format = session.json ? logDocument : formatterFor(session, raw, color)
      for await (const records of session.read('logs.read', input))
        await session.out.write(records.map(format).join(''))
    })
  return examples(command, [
    'shoal logs -f',
    'shoal logs app-2 --tail 50',
    'shoal logs app --since 10m --grep error',
    'shoal logs -f --level error --events',
  ])
}
