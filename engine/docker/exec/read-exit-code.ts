import { setTimeout as sleep } from 'node:timers/promises'
import type { Exec } from 'dockerode'
import { ShoalError } from '../../../contract/errors.ts'
import { attempt } from '../errors.ts'

/** The engine ends the output a moment before it notes the exit code: pauses between looks, in milliseconds. */
const PAUSES = [0, 5, 10, 20, 50, 100, 200, 400, 800]

/** The exit code of a process whose output has ended. Throws `engine-lost` when it runs on: its connection was cut. */
export async function readExitCode(exec: Exec, doing: string): Promise<number> {
  for (const pause of PAUSES) {
    if (pause > 0) await sleep(pause)
    const info = await attempt(doing, () => exec.inspect())
    if (!info.Running && info.ExitCode !== null) return info.ExitCode
  }
  throw new ShoalError('engine-lost', `The connection was cut while ${doing}; the process may still run.`)
}
