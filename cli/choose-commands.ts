import type { Command } from 'commander'
import type { Session } from './session.ts'

type Make = (session: Session) => Command

/** Every command, in the order of the help, read from its file when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<Make>>> = {
  init: async () => (await import('./commands/init.ts')).initCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  up: async () => (await import('./commands/up.ts')).upCommand,
  down: async () => (await import('./commands/down.ts')).downCommand,
  start: async () => (await import('./commands/run-state.ts')).startCommand,
  stop: async () => (await import('./commands/run-state.ts')).stopCommand,
  restart: async () => (await import('./commands/run-state.ts')).restartCommand,
  scale: async () => (await import('./commands/scale.ts')).scaleCommand,
  status: async () => (await import('./commands/status.ts')).statusCommand,
  stats: async () => (await import('./commands/stats.ts')).statsCommand,
  db: async () => (await import('./commands/db.ts')).dbCommand,
  open: async () => (await import('./commands/open.ts')).openCommand,
  ui: async () => (await import('./commands/ui.ts')).uiCommand,
  logs: async () => (await import('./commands/logs.ts')).logsCommand,
  traffic: async () => (await import('./commands/traffic.ts')).trafficCommand,
  requests: async () => (await import('./commands/requests.ts')).requestsCommand,
  timeline: async () => (await import('./commands/timeline.ts')).timelineCommand,
  exec: async () => (await import('./commands/exec.ts')).execCommand,
  env: async () => (await import('./commands/env.ts')).envCommand,
  port: async () => (await import('./commands/port.ts')).portCommand,
  caddy: async () => (await import('./commands/caddy.ts')).caddyCommand,
  engine: async () => (await import('./commands/engine.ts')).engineCommand,
}

/** The options before a command that take a value as a word of its own. */
const TAKE_A_WORD: ReadonlySet<string> = new Set(['--project'])

/**
 * The commands that a command line needs: the one that it names, or all of them where it names none, since then they are listed
 * or the nearest name is suggested.
 */
export async function chooseCommands(argv: readonly string[]): Promise<Make[]> {
  const named = COMMANDS[firstWord(argv) ?? '']
  return named ? [await named()] : await Promise.all(Object.values(COMMANDS).map((read) => read()))
}

/** The first word that is neither an option nor the value of one. */
function firstWord(argv: readonly string[]): string | undefined {
  return argv.find((word, at) => !word.startsWith('-') && !TAKE_A_WORD.has(argv[at - 1] ?? ''))
}
