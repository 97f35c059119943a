import { Command } from 'commander'
import { examples } from '../examples.ts'
import type { Session } from '../session.ts'
import { envChangeCommands } from './env-change.ts'
import { envReadCommands } from './env-read.ts'

/** `shoal env list | get | set | unset` */
export function envCommand(session: Session): Command {
  const command = new Command('env')
    .description('show or change .env, and roll the change out')
    .helpCommand(false)
  for (const sub of [...envReadCommands(session), ...envChangeCommands(session)]) command.addCommand(sub)
  return examples(command, [
    'shoal env list',
    'shoal env set BASE_URL=http://localhost:8080',
    'shoal env unset DEBUG',
  ])
}
