import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createAgent } from '../../engine/docker/agent.ts'
import { type Client, createApi } from '../../engine/docker/client.ts'
import { parseHost } from '../../engine/docker/discovery/endpoint.ts'

export interface FakeEngine {
  readonly socketPath: string
  readonly client: Client
  /** Method and URL of every request, in order. */
  readonly requests: string[]
  /** Cuts every connection and stops listening; the socket file goes too. */
  stop(): Promise<void>
  start(): Promise<void>
}

/** An engine that answers as the handler says, on a real socket. It ends with the test. */
export async function fakeEngine(handler: http.RequestListener): Promise<FakeEngine> {
  const socketPath = join(await temporaryFolder(), 'docker.sock')
  const requests: string[] = []
  const server = http.createServer((request, response) => {
    requests.push(`${request.method} ${decodeURIComponent(request.url ?? '')}`)
    handler(request, response)
  })
  const start = () => new Promise<void>((resolve) => void server.listen(socketPath, resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await start()
  onTestFinished(stop)
  const endpoint = parseHost(`unix://${socketPath}`, 'test')
  const agent = createAgent(endpoint)
  const client = { api: createApi(endpoint, agent, '1.41'), agent, apiVersion: '1.41', podman: false }
  return { socketPath, client, requests, stop, start }
}

/** A folder that is removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shoal-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Answers with a JSON document. */
export function json(response: http.ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
