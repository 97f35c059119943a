import { execa, type ResultPromise } from 'execa'

/** What a command may know of this process: nothing that could be a project's variable. */
const PASSED_ON = /^(PATH|HOME|USERPROFILE|SystemRoot|TMPDIR|TEMP|TMP|DOCKER_.*|XDG_.*)$/

export interface Ended {
  readonly code: number | undefined
  readonly stdout: string
  readonly stderr: string
  /** Milliseconds from its start to its end. */
  readonly took: number
}

interface Settings {
  readonly reject: false
  readonly extendEnv: false
  readonly detached: true
  readonly stdin: 'ignore'
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
}

export type Running = ResultPromise<Settings>

/** Starts a program in a process group of its own: an interrupt at the terminal is ours to handle, not its. */
export function startCommand(command: readonly string[], cwd: string, signal?: AbortSignal): Running {
  signal?.throwIfAborted()
  const [program = '', ...args] = command
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => PASSED_ON.test(key)))
  const running = execa(program, args, {
    reject: false,
    extendEnv: false,
    detached: true,
    stdin: 'ignore',
    env,
    cwd,
    ...(signal ? { cancelSignal: signal } : {}),
  })
  return running as Running
}

/** Waits for the end of a program. */
export async function endOf(running: Running): Promise<Ended> {
  const { exitCode, stdout, stderr, durationMs } = await running
  return { code: exitCode, stdout, stderr, took: durationMs }
}

/** Runs a program to its end. Throws with its own words unless that is 0. */
export async function runCommand(
  command: readonly string[],
  cwd: string,
  signal?: AbortSignal,
): Promise<Ended> {
  const ended = await endOf(startCommand(command, cwd, signal))
  signal?.throwIfAborted()
  if (ended.code === 0) return ended
  const said = `${ended.stderr}\n${ended.stdout}`.trim().split('\n').slice(-12).join('\n')
  throw new Error(`${command.join(' ')} ended with ${ended.code}:\n${said}`)
}
