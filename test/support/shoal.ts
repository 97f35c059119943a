import { fileURLToPath } from 'node:url'
import { execa } from 'execa'

const PROGRAM = fileURLToPath(new URL('../../bin/shoal.cjs', import.meta.url))
/** What a command may know of the process that runs the tests: nothing that could be a project's variable. */
const PASSED_ON = /^(PATH|HOME|USERPROFILE|SystemRoot|TMPDIR|TEMP|TMP|DOCKER_.*|XDG_.*)$/

/** How one run of the command ended. */
export interface ShoalResult {
  readonly code: number | undefined
  readonly stdout: string
  readonly stderr: string
  /** Standard output as JSON, where it is one document; else undefined. */
  readonly json: unknown
}

export type ShoalProcess = ReturnType<typeof spawnShoal>

/** Starts `shoal` as a process of its own. It can be sent signals, and its output read as it comes. */
export function spawnShoal(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const passedOn = Object.fromEntries(Object.entries(process.env).filter(([key]) => PASSED_ON.test(key)))
  return execa(process.execPath, [PROGRAM, ...args], {
    reject: false,
    extendEnv: false,
    stdin: 'ignore',
    env: { ...passedOn, ...env },
  })
}

/** Runs `shoal` to its end, whatever that is. */
export async function runShoal(
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<ShoalResult> {
  return resultOf(spawnShoal(args, env))
}

/** Waits for the end of a run. */
export async function resultOf(running: ShoalProcess): Promise<ShoalResult> {
  const { exitCode, stdout, stderr } = await running
  return { code: exitCode, stdout, stderr, json: parse(stdout) }
}

/** Throws with the command's own words unless it ended with 0. */
export function mustSucceed(result: ShoalResult, what: string): ShoalResult {
  if (result.code === 0) return result
  throw new Error(`${what} ended with ${result.code}:\n${result.stderr}\n${result.stdout}`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
