import type { Agent } from 'node:http'
import { Readable } from 'node:stream'
import Dockerode from 'dockerode'
import { ShoalError } from '../../contract/errors.ts'
import type { Endpoint } from './discovery/endpoint.ts'

/** What every verb of this folder works with. */
export interface Client {
  readonly api: Dockerode
  readonly agent: Agent
  readonly apiVersion: string
  readonly podman: boolean
}

/**
 * A dockerode for one endpoint. Every option is given, undefined ones too: docker-modem otherwise fills them from
 * DOCKER_HOST and its relatives, which discovery has already judged. The agent knows TLS and ssh. Throws
 * `engine-context` when those variables are so broken that docker-modem cannot even read them.
 */
export function createApi(endpoint: Endpoint, agent: Agent, apiVersion?: string): Dockerode {
  const options = {
    socketPath: endpoint.socketPath,
    host: endpoint.hostname,
    port: endpoint.port,
    protocol: endpoint.tls === undefined ? ('http' as const) : ('https' as const),
    ca: undefined,
    cert: undefined,
    key: undefined,
    pathPrefix: '/',
    username: undefined,
    timeout: undefined,
    version: apiVersion === undefined ? undefined : `v${apiVersion}`,
    agent,
  }
  try {
    return new Dockerode(options)
  } catch (cause) {
    throw new ShoalError(
      'engine-context',
      'DOCKER_HOST or DOCKER_CERT_PATH is set to something that cannot be used; nothing was changed.',
      'Repair or unset these variables.',
      { cause },
    )
  }
}

/** GETs a path as a stream: dockerode buffers, and even parses as JSON, whatever it does not expect to be endless. */
export function openStream(
  client: Client,
  path: string,
  query: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<Readable> {
  return new Promise((resolve, reject) => {
    client.api.modem.dial(
      {
        path: `${path}?`,
        method: 'GET',
        isStream: true,
        statusCodes: { 200: true },
        options: query,
        ...(signal === undefined ? {} : { abortSignal: signal }),
      },
      (error, answer) => {
        if (answer instanceof Readable) resolve(answer)
        else reject(error ?? new Error('the engine gave no answer'))
      },
    )
  })
}
