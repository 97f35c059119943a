import { Command, CommanderError } from 'commander'
import { downCommand } from './commands/down.ts'
import { engineCommand } from './commands/engine.ts'
import { envCommand } from './commands/env.ts'
import { execCommand } from './commands/exec.ts'
import { initCommand } from './commands/init.ts'
import { logsCommand } from './commands/logs.ts'
import { openCommand } from './commands/open.ts'
import { portCommand } from './commands/port.ts'
import { requestsCommand } from './commands/requests.ts'
import { restartCommand, startCommand, stopCommand } from './commands/run-state.ts'
import { scaleCommand } from './commands/scale.ts'
import { statusCommand } from './commands/status.ts'
import { trafficCommand } from './commands/traffic.ts'
import { uiCommand } from './commands/ui.ts'
import { upCommand } from './commands/up.ts'
import { examples } from './examples.ts'
import type { Session, Settings } from './session.ts'
import { UsageError } from './usage-error.ts'

const COMMANDS = [
  initCommand,
  upCommand,
  downCommand,
  startCommand,
  stopCommand,
  restartCommand,
  scaleCommand,
  statusCommand,
  openCommand,
  uiCommand,
  logsCommand,
  trafficCommand,
  requestsCommand,
  execCommand,
  envCommand,
  portCommand,
  engineCommand,
]

/** The whole command line. Parsing it runs the command; a line that makes no sense throws a UsageError. */
export function buildProgram(session: Session): Command {
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
  for (const make of COMMANDS) program.addCommand(make(session))
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
