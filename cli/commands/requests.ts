import { Command } from 'commander'
import { examples } from '../examples.ts'
import { requestLine } from '../output/request-line.ts'
import type { Session } from '../session.ts'
import { parseCount } from '../values/numbers.ts'
import { parseSpan } from '../values/span.ts'
import { parseStatus } from '../values/status.ts'

interface RequestsOptions {
  follow?: boolean
  tail: number
  status?: string
  slower?: number
  instance: string[]
  path?: string
  method?: string
  id?: string
}

/** `shoal requests [-f]` */
export function requestsCommand(session: Session): Command {
  const command = new Command('requests')
    .description('list requests, how long each took and who answered')
    .option('-f, --follow', 'go on as they come')
    .option('-n, --tail <N>', 'only the last N that match', parseCount, 200)
    .option('--status <S>', 'only answers with a status (404) or of a class (5xx)', parseStatus)
    .option('--slower <T>', 'only those that took longer (500ms, 2s)', parseSpan)
    .option(
      '--instance <NAME>',
      'only those of an instance (2, app-2); caddy for its own answers; may be repeated',
      (name: string, names: string[]) => [...names, /^\d+$/.test(name) ? `app-${name}` : name],
      [],
    )
    .option('--path <TEXT>', 'only those whose path has this in it')
    .option('--method <M>', 'only those with this method')
    .option('--id <ID>', 'only those with this X-Request-Id')
    .action(async (options: RequestsOptions) => {
      const { follow = false, tail, status, slower, instance, path, method, id } = options
      const directory = await session.project()
      const filter = { status, slowerThan: slower, instances: instance, path, method, requestId: id }
      const batches = session.read('requests.follow', { directory, filter, tail, follow })
      let source = ''
      for await (const batch of batches) {
        if (batch.source !== source) tellSource(session, batch.source)
        source = batch.source
        if (batch.missed > 0) session.say(`${batch.missed} requests came too fast and were passed over.`)
        for (const request of batch.requests)
          await session.out.line(session.json ? JSON.stringify(request) : requestLine(request, session.paint))
      }
    })
  return examples(command, [
    'shoal requests -f',
    'shoal requests --status 5xx',
    'shoal requests -f --slower 500ms --instance 2',
  ])
}

function tellSource(session: Session, source: string): void {
  if (source === 'no-caddy') session.say('Caddy does not run: there is no access log to read.')
  else if (source === 'no-log')
    session.say('The Caddyfile writes no access log as JSON to /var/log/caddy/access.log.')
}
