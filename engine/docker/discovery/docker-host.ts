import { join } from 'node:path'
import type { Strategy } from './candidate.ts'
import { configFolder } from './config-folder.ts'
import { parseHost, type Tls } from './endpoint.ts'
import { readTls } from './read-tls.ts'
import type { Surroundings } from './surroundings.ts'

/** DOCKER_HOST, with DOCKER_TLS, DOCKER_TLS_VERIFY and DOCKER_CERT_PATH as Docker's command line reads them. */
export const dockerHost: Strategy = async (surroundings) => {
  const host = surroundings.environment.DOCKER_HOST
  if (host === undefined || host === '') return undefined
  const endpoint = parseHost(host, 'DOCKER_HOST', await tlsFor(surroundings))
  return { named: true, candidates: [{ source: 'DOCKER_HOST', endpoint }] }
}

async function tlsFor(surroundings: Surroundings): Promise<Tls | undefined> {
  const { DOCKER_TLS, DOCKER_TLS_VERIFY, DOCKER_CERT_PATH } = surroundings.environment
  const verify = (DOCKER_TLS_VERIFY ?? '') !== ''
  if (!verify && (DOCKER_TLS ?? '') === '') return undefined
  const folder =
    DOCKER_CERT_PATH === undefined || DOCKER_CERT_PATH === '' ? configFolder(surroundings) : DOCKER_CERT_PATH
  return readTls((name) => join(folder, name), verify)
}
