import { countScript } from './count-script.ts'
import type { Shell } from './shell.ts'

/** What the access log of one Caddy says of a span of time. */
export interface Requests {
  /**
   * How many requests were answered within a span, and how many of them were lost; undefined where there is no log.
   * Milliseconds since the epoch. Throws `caddy-unreachable`.
   */
  count(from: number, to: number): Promise<{ total: number; lost: number } | undefined>
}

export function openRequests(shell: Shell): Requests {
  return {
    async count(from, to) {
      const [line = ''] = await shell.run(countScript(from / 1000, to / 1000))
      const [total, lost] = line.split(' ').map(Number)
      if (line === '' || total === undefined || lost === undefined) return undefined
      return Number.isInteger(total) && Number.isInteger(lost) ? { total, lost } : undefined
    },
  }
}
