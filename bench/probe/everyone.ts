import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds between two bursts: the probe takes a few per cent of one core from those it watches. */
const PAUSE = 40
/** Requests that wait for an answer at most; while nobody serves, Caddy holds them. */
const WAITING = 16
const TIMEOUT = 5_000

/**
 * Asks through Caddy, each time over a new connection, until so many different instances have answered.
 * @returns performance.now() at the answer of the last one
 * @throws what the signal aborts with, and an Error after `deadline` milliseconds
 */
export async function everyoneAnswers(
  url: string,
  count: number,
  signal: AbortSignal,
  deadline = 180_000,
): Promise<number> {
  const target = new URL('/api/whoami', url)
  const served = new Set<string>()
  const end = performance.now() + deadline
  let waiting = 0
  let last = 0
  const ask = async () => {
    waiting += 1
    const by = await whoAnswers(target)
    waiting -= 1
    if (by === undefined || served.has(by)) return
    served.add(by)
    last = performance.now()
  }
  while (served.size < count) {
    signal.throwIfAborted()
    if (performance.now() > end)
      throw new Error(`Only ${[...served].join(', ') || 'nobody'} answered within ${deadline / 1000} s.`)
    // Requests of one burst are in flight together, so that least_conn gives each to another instance.
    for (let asked = 0; asked < count && waiting < WAITING; asked += 1) void ask()
    await sleep(PAUSE)
  }
  return last
}

function whoAnswers(url: URL): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: TIMEOUT }, (response) => {
      const { statusCode, headers } = response
      const by = headers['x-served-by']
      response.on('error', () => resolve(undefined))
      response.on('end', () => resolve(statusCode === 200 && typeof by === 'string' ? by : undefined))
      response.resume()
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(undefined))
  })
}
