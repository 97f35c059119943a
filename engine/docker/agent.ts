import http from 'node:http'
import https from 'node:https'
import { inspect } from 'node:util'
import type { Endpoint } from './discovery/endpoint.ts'
import { createSshAgent } from './ssh/agent.ts'

/** Enough idle sockets for a parallel inspect of every container of a large project. */
const KEEP_ALIVE = { keepAlive: true, maxFreeSockets: 32, scheduling: 'lifo' } as const
/** Without TLS nobody asks for a server's name. Node works one out nevertheless, which compiles a pattern for 8 ms. */
const NAMELESS = { servername: '' }

/** The part of Node's agent that its types leave out; agent libraries are built on it. */
interface RequestQueue {
  addRequest(request: http.ClientRequest, ...rest: unknown[]): void
}

/** An agent that reaches the endpoint, and whose idle connections never keep the process alive. */
export function createAgent(endpoint: Endpoint): http.Agent {
  if (endpoint.ssh !== undefined) return prepareAgent(createSshAgent(endpoint.ssh))
  if (endpoint.tls === undefined) return prepareAgent(new http.Agent({ ...KEEP_ALIVE, ...NAMELESS }))
  const { verify, ...pem } = endpoint.tls
  return prepareAgent(new https.Agent({ ...KEEP_ALIVE, ...pem, rejectUnauthorized: verify }))
}

/**
 * Makes up for two habits of docker-modem: it formats each request for its debug log, the agent with every socket
 * included, even when nobody listens; and it waits forever for an answer that breaks off in the middle.
 */
function prepareAgent(agent: http.Agent): http.Agent {
  const queue = agent as http.Agent & RequestQueue
  const addRequest = queue.addRequest.bind(queue)
  queue.addRequest = (request, ...rest) => {
    request.once('response', (response: http.IncomingMessage) => {
      response.once('error', (error) => request.emit('error', error))
    })
    addRequest(request, ...rest)
  }
  Object.defineProperty(agent, inspect.custom, { value: () => '[agent]' })
  return agent
}

/** Closes the connections that no request is using. */
export function closeIdle(agent: http.Agent): void {
  for (const sockets of Object.values(agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy()
}
