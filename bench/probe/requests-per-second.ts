import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { root } from '../../scripts/setup/paths.js'
import { runCommand } from '../run/command.ts'

const CONNECTIONS = 32
/** The package's main file is its command line as well. */
const AUTOCANNON = fileURLToPath(import.meta.resolve('autocannon'))
const resultSchema = z.object({
  requests: z.object({ average: z.number() }),
  non2xx: z.number(),
  errors: z.number(),
})

/**
 * The mean of requests answered per second over keep-alive connections, by autocannon in a process of its own.
 * Throws when a request was not answered with 2xx: such a figure means nothing.
 * @param seconds how long
 */
export async function requestsPerSecond(url: string, seconds: number, signal: AbortSignal): Promise<number> {
  const target = new URL('/api/whoami', url).href
  const options = ['--json', '--connections', String(CONNECTIONS), '--duration', String(seconds)]
  const command = [process.execPath, AUTOCANNON, ...options, target]
  const { stdout } = await runCommand(command, root, signal)
  const { requests, non2xx, errors } = resultSchema.parse(JSON.parse(stdout))
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${target} failed.`)
  return requests.average
}
