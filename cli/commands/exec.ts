import { Command } from 'commander'
import { examples } from '../examples.ts'
import { runInContainer } from '../exec/run-in-container.ts'
import type { Session } from '../session.ts'

/** `shoal exec NAME -- CMD...`: ends with the command's own exit code. */
export function execCommand(session: Session): Command {
  const command = new Command('exec')
    .description("run a command in a container; its exit code becomes shoal's")
    .usage('[options] <NAME> -- <CMD...>')
    .argument('<NAME>', 'a service (postgres), an instance (app-2) or a container name')
    .argument('<CMD...>', 'the command and its arguments, after --')
    .option('-T, --no-tty', 'no terminal for the command, even where there is one')
    .action(async (name: string, words: string[], { tty }: { tty: boolean }) => {
      const directory = await session.project()
      session.exitCode = await runInContainer(session, { directory, name, command: words, terminal: tty })
    })
  return examples(command, [
    'shoal exec app-2 -- sh',
    'shoal exec postgres -- psql -U shoal',
    "shoal exec app -- node -p 'process.version'",
  ])
}
