import { Command, CommanderError } from 'commander'
import { chooseCommands } from './choose-commands.ts'
import { examples } from './examples.ts'
import type { Session, Settings } from './session.ts'
import { UsageError } from './usage-error.ts'

/**
 * Runs one command line.
 * @returns the exit code when help or the version was all that it asked for; undefined when a command ran
 * @throws {UsageError} for a line that makes no sense, and whatever the command throws
 */
export async function runProgram(session: Session, argv: readonly string[]): Promise<number | undefined> {
  try {
    await buildProgram(session, await chooseCommands(argv)).parseAsync(argv, { from: 'user' })
    return undefined
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode
    throw thrown
  }
}

function buildProgram(session: Session, commands: readonly ((session: Session) => Command)[]): Command {
  const program = new Command('shoal')
    .description('Runs many instances of one web app on this machine, behind Caddy, and drops no request.')
    .version(session.host.version, '--version', 'print the version')
    .helpCommand(false)
    .option('--project <DIR>', 'the project folder (default: the current one, else a sample)')
    .option('--json', 'print one JSON document (one a line for logs, requests, --watch)')
    .option('-q, --quiet', 'tell no progress')
    .hook('preAction', () => {
      session.settings = program.opts<Settings>()
    })
  for (const make of commands) program.addCommand(make(session))
  examples(program, [
    'shoal up --scale 3 --port 8080',
    'shoal scale 6',
    'shoal env set BASE_URL=http://localhost:8080',
    'shoal logs app-2 -f',
  ])
  for (const command of withDescendants(program)) harness(command, session)
  return program
}

function withDescendants(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withDescendants)]
}

/** Sends a command's text to the session's streams, and turns its refusals into usage errors that name its help. */
function harness(command: Command, session: Session): void {
  const { stdout, stderr } = session.host
  command
    .helpOption('-h, --help', 'show this')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => Math.min(stdout.columns ?? 100, 110),
      getErrHelpWidth: () => Math.min(stderr.columns ?? 100, 110),
    })
  command.exitOverride((error) => {
    if (error.exitCode === 0) throw error
    // Help that nobody asked for: a command was left out.
    if (error.code === 'commander.help') throw new CommanderError(2, error.code, error.message)
    const [message = '', ...rest] = error.message
      .replace(/^error: /, '')
      .replace(
        /^command-argument value '(.*)' is invalid for argument '(.*?)'/s,
        "argument $2 '$1' is invalid",
      )
      .split('\n')
    const sentence = message.charAt(0).toUpperCase() + message.slice(1)
    const suggestion = rest.join(' ').replace(/^\((.*)\)$/, '$1 ')
    throw new UsageError(
      /[.?]$/.test(sentence) ? sentence : `${sentence}.`,
      `${suggestion}Run "${pathOf(command)} --help".`,
    )
  })
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
}
