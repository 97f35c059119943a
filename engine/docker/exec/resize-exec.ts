import { setTimeout as sleep } from 'node:timers/promises'
import type { Exec } from 'dockerode'
import { statusOf, translateError } from '../errors.ts'

/** The engine refuses a resize until the process has really started: pauses between tries, in milliseconds. */
const PAUSES = [0, 10, 30, 60, 100]

/** Sets the terminal's size. A process that has not started yet is given a moment; one that has ended is ignored. */
export async function resizeExec(
  exec: Exec,
  size: { columns: number; rows: number },
  isOpen: () => boolean,
): Promise<void> {
  for (const pause of PAUSES) {
    if (pause > 0) await sleep(pause)
    if (!isOpen()) return
    try {
      await exec.resize({ h: size.rows, w: size.columns })
      return
    } catch (thrown) {
      if (statusOf(thrown) === undefined) throw translateError(thrown, 'resizing a terminal')
    }
  }
}
