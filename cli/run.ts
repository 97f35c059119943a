import type { ErrorData } from '../contract/errors.ts'
import { exitCodeOf } from './exit-code.ts'
import type { Host } from './host.ts'
import { watchInterrupts } from './interrupts.ts'
import { errorJson, errorText } from './output/error-text.ts'
import { Session } from './session.ts'
import { UsageError } from './usage-error.ts'

/**
 * Runs one command line. Never throws: what goes wrong is told on standard error.
 * @param argv the arguments, without the program's own name
 * @returns the exit code: 0 done, 1 failed, 2 usage, 3 no engine; for `exec` the code of the command it ran
 */
export async function runCli(argv: readonly string[], host: Host): Promise<number> {
  const abort = new AbortController()
  let onClosed: (code: number) => void = () => {}
  const closed = new Promise<number>((resolve) => {
    onClosed = resolve
  })
  const session = new Session(host, abort.signal, () => {
    abort.abort()
    onClosed(0)
  })
  const interrupts = watchInterrupts(session, abort)
  try {
    return await Promise.race([execute(argv, session), interrupts.impatience, closed])
  } finally {
    interrupts.stop()
    await Promise.all([session.out.flush(), session.err.flush()])
  }
}

async function execute(argv: readonly string[], session: Session): Promise<number> {
  const code = await interpret(argv, session)
  await session.close()
  return code
}

async function interpret(argv: readonly string[], session: Session): Promise<number> {
  try {
    // Apart from this file, so that Docker can be looked for while it is read.
    const { runProgram } = await import('./program.ts')
    return (await runProgram(session, argv)) ?? session.exitCode
  } catch (thrown) {
    const error = await describe(thrown)
    // A command line that cannot be parsed has no settings yet.
    const json = session.json || (thrown instanceof UsageError && asksForJson(argv))
    await session.err.line(json ? errorJson(error) : errorText(error, session.errPaint))
    return exitCodeOf(error.code)
  }
}

async function describe(thrown: unknown): Promise<ErrorData> {
  if (thrown instanceof UsageError) return thrown.toData()
  const { ShoalError } = await import('../contract/errors.ts')
  return ShoalError.from(thrown).toData()
}

function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end < 0 ? argv.length : end).includes('--json')
}
