import { Command } from 'commander'
import type { Caddyfile } from '../../contract/caddyfile.ts'
import { examples } from '../examples.ts'
import { stateLine } from '../output/caddy-text.ts'
import type { Session } from '../session.ts'

/** `shoal caddy show` */
export function caddyShowCommands(session: Session): Command[] {
  const show = new Command('show')
    .description('show what Caddy runs, as a Caddyfile; with --json as its own configuration')
    .action(async () => {
      const directory = await session.project()
      const engine = await session.engine(directory)
      const { signal } = session
      if (session.json) {
        const { config } = await engine.call('caddyfile.running', { directory }, { signal })
        return await session.print(config, () => '')
      }
      const file = await engine.call('caddyfile.read', { directory }, { signal })
      session.say(stateLine(file, session.errPaint))
      await session.out.line(shown(file).trimEnd())
    })
  return [examples(show, ['shoal caddy show', 'shoal caddy show --json'])]
}

/** What runs, or the file where nobody knows how that is written. */
const shown = ({ running, text }: Caddyfile): string => running ?? text
