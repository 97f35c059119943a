import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export interface LoadOptions {
  readonly url: string
  /** Connections, each with one request at a time, kept alive. */
  readonly connections?: number
  /** Milliseconds for which a connection rests after each answer. */
  readonly pause?: number
  /** Every how many requests one is a POST; 0 for none. */
  readonly postEvery?: number
  /** Paths to ask in turn. */
  readonly paths?: readonly string[]
  /** Milliseconds after which a request counts as lost. */
  readonly timeout?: number
}

export interface LoadResult {
  readonly sent: number
  /** Requests without an answer below 400: a status, a reset or a timeout, in words. */
  readonly failures: readonly string[]
  /** Answers by the container that gave them. */
  readonly servedBy: Readonly<Record<string, number>>
}

export interface Load {
  /** Answers so far, by container. */
  readonly servedBy: () => Readonly<Record<string, number>>
  /** Forgets who answered so far, to look at a phase of its own. */
  resetShares(): void
  stop(): Promise<LoadResult>
}

/** Sends requests over keep-alive connections until it is stopped. Nothing is retried: what fails is lost. */
export function startLoad({
  url,
  connections = 32,
  pause = 0,
  postEvery = 4,
  paths = ['/api/whoami'],
  timeout = 20_000,
}: LoadOptions): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections })
  const failures: string[] = []
  let servedBy: Record<string, number> = {}
  let sent = 0
  let running = true

  const send = (): Promise<void> =>
    new Promise((resolve) => {
      sent += 1
      const isPost = postEvery > 0 && sent % postEvery === 0
      const body = isPost ? `hello ${sent}` : ''
      const path = isPost ? '/api/echo' : (paths[sent % paths.length] ?? '/')
      const what = `${isPost ? 'POST' : 'GET'} ${path}`
      const began = Date.now()
      const fail = (why: string) => {
        failures.push(`${what}: ${why} after ${Date.now() - began} ms`)
        resolve()
      }
      const outgoing = request(
        new URL(path, url),
        {
          agent,
          method: isPost ? 'POST' : 'GET',
          headers: isPost ? { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body) } : {},
          timeout,
        },
        (incoming) => {
          let received = ''
          incoming.on('data', (chunk: Buffer) => {
            received += chunk.toString()
          })
          incoming.on('error', (error) => fail(error.message))
          incoming.on('end', () => {
            if ((incoming.statusCode ?? 0) >= 400) return fail(`status ${incoming.statusCode}`)
            if (isPost && received !== body) return fail(`answered ${received.slice(0, 80)}`)
            const by = String(incoming.headers['x-served-by'] ?? 'nobody')
            servedBy[by] = (servedBy[by] ?? 0) + 1
            resolve()
          })
        },
      )
      outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')))
      outgoing.on('error', (error) => fail(error.message))
      outgoing.end(body)
    })

  const worker = async () => {
    while (running) {
      await send()
      if (pause > 0) await sleep(pause)
    }
  }
  const workers = Array.from({ length: connections }, worker)
  return {
    servedBy: () => ({ ...servedBy }),
    resetShares: () => {
      servedBy = {}
    },
    async stop() {
      running = false
      await Promise.all(workers)
      agent.destroy()
      return { sent, failures, servedBy }
    },
  }
}
