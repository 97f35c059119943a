import type { StreamInput } from '../../contract/streams.ts'
import type { Session } from '../session.ts'
import { terminalInput } from './terminal-input.ts'

export interface Execution {
  readonly directory: string
  readonly name: string
  readonly command: string[]
  /** Whether the process may have a terminal when we have one. */
  readonly terminal: boolean
}

/** What a shell reports for a command that Ctrl-C ended. */
const INTERRUPTED = 130

/**
 * Runs a command in a container, with our own standard input and output as its own.
 * @returns its exit code
 * @throws {ShoalError} `exec-failed` when it ended without one
 */
export async function runInContainer(session: Session, execution: Execution): Promise<number> {
  const { directory, name, command, terminal } = execution
  const { stdin, stdout } = session.host
  const tty = terminal && stdin.isTTY === true && stdout.isTTY === true
  const input: StreamInput<'exec.run'> = { directory, name, command, tty, stdin: true }
  const feed = terminalInput(stdin, stdout, tty)
  try {
    for await (const item of session.read('exec.run', { ...input, ...feed.size }, { feed: feed.items })) {
      if (item.kind === 'exit') return item.code
      await (item.kind === 'stdout' ? session.out : session.err).write(item.data)
    }
  } finally {
    feed.close()
  }
  if (session.signal.aborted) return INTERRUPTED
  const { ShoalError } = await import('../../contract/errors.ts')
  throw new ShoalError('exec-failed', `The command in ${name} ended without an exit code.`)
}
