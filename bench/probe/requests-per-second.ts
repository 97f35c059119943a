import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { root } from '../../scripts/setup/paths.js'
import { runCommand } from '../run/command.ts'

const CONNECTIONS = 32
/** The package's main file is its command line as well. */
const AUTOCANNON = fileURLToPath(import.meta.resolve('autocannon'))
const resultSchema = z.object({
  requests: z.object({ average: z.number(), total: z.number() }),
  latency: z.object({ p99: z.number() }),
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
  return (await autocannon(target, ['--duration', String(seconds)], signal)).requests.average
}

export interface Sent {
  readonly requests: number
  /** Milliseconds, as the load generator saw it. */
  readonly p99: number
}

/** Sends so many requests and waits for all of their answers. Throws as `requestsPerSecond` does. */
export async function sendRequests(target: string, amount: number, signal: AbortSignal): Promise<Sent> {
  const { requests, latency } = await autocannon(target, ['--amount', String(amount)], signal)
  return { requests: requests.total, p99: latency.p99 }
}

async function autocannon(
  target: string,
  more: readonly string[],
  signal: AbortSignal,
): Promise<z.infer<typeof resultSchema>> {
  const options = ['--json', '--connections', String(CONNECTIONS), ...more]
  const command = [process.execPath, AUTOCANNON, ...options, target]
  const { stdout } = await runCommand(command, root, signal)
  const result = resultSchema.parse(JSON.parse(stdout))
  const failed = result.non2xx + result.errors
  if (failed > 0) throw new Error(`${failed} requests to ${target} failed.`)
  return result
}
