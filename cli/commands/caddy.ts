import { Command } from 'commander'
import { examples } from '../examples.ts'
import type { Session } from '../session.ts'
import { caddyFileCommands } from './caddy-file.ts'
import { caddyShowCommands } from './caddy-show.ts'

/** `shoal caddy validate | reload | fmt | show` */
export function caddyCommand(session: Session): Command {
  const command = new Command('caddy')
    .description('check, load, lay out or show the Caddyfile')
    .helpCommand(false)
  for (const sub of [...caddyFileCommands(session), ...caddyShowCommands(session)]) command.addCommand(sub)
  return examples(command, ['shoal caddy validate', 'shoal caddy reload', 'shoal caddy fmt --write'])
}
