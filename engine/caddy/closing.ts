import { setTimeout as sleep } from 'node:timers/promises'
import type { Shell } from './shell.ts'

/**
 * While a reload is near, Caddy ends each connection with its answer. A reload closes the connections that are idle, and what a
 * client sends into one at that moment is lost: a client that is busy has none by then.
 */
export interface Closing {
  /** Runs something while connections end with their answers; they have had time to before it begins. */
  around<T>(work: () => Promise<T>): Promise<T>
}

/** Looked for by the matcher `@closing` of the bundled Caddyfile. */
const MARK = '/run/closing'
/** How long before. Who sends more seldom than that has an idle connection still, as after any pause. Milliseconds. */
const AHEAD = 500
/** How long after: Caddy says that it has loaded before the old configuration takes no connection any more. Milliseconds. */
const BEHIND = 500

export function openClosing(shell: Shell): Closing {
  return {
    async around(work) {
      await shell.run(`touch ${MARK}`)
      try {
        await sleep(AHEAD)
        const result = await work()
        await sleep(BEHIND)
        return result
      } finally {
        await shell.run(`rm -f ${MARK}`)
      }
    },
  }
}
