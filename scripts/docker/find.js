import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { candidateHosts } from './hosts.js'
import { request } from './request.js'

const PING_TIMEOUT_MS = 2000

/**
 * The first engine that answers a ping.
 * @returns {Promise<import('./request.js').Engine | undefined>}
 * @throws {Error} when the user has named one and it does not answer
 */
export async function findEngine() {
  const { named, hosts } = candidateHosts()
  for (const host of hosts) {
    const engine = engineAt(host, process.env)
    if (await answers(engine)) return engine
  }
  if (!named) return undefined
  const place = hosts[0] ? `, ${hosts[0]},` : ''
  throw new Error(`${named} names a Docker engine${place} that does not answer. Start it, or unset ${named}.`)
}

/**
 * @param {import('./request.js').Engine} engine
 * @returns {Promise<boolean>}
 */
export async function answers(engine) {
  try {
    const { status } = await request(engine, 'GET', '/_ping', {
      signal: AbortSignal.timeout(PING_TIMEOUT_MS),
    })
    return status === 200
  } catch {
    return false
  }
}

/**
 * @param {string} host as in DOCKER_HOST
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {import('./request.js').Engine}
 * @throws {Error} when the set-up cannot talk over such an address
 */
export function engineAt(host, env = {}) {
  const [, scheme, place = ''] = host.match(/^(\w+):\/\/(.*)$/) ?? []
  if (scheme === 'unix') return { host, options: { socketPath: place } }
  if (scheme === 'npipe') return { host, options: { socketPath: place.replaceAll('/', '\\') } }
  if (scheme !== 'tcp' && scheme !== 'http' && scheme !== 'https') {
    throw new Error(`The set-up cannot reach an engine at ${host}. Use a unix, npipe or tcp address.`)
  }
  const tls = scheme === 'https' || Boolean(env.DOCKER_TLS_VERIFY)
  const { hostname, port } = new URL(`http://${place}`)
  const options = { hostname, port: Number(port) || (tls ? 2376 : 2375), tls }
  const certificates = env.DOCKER_CERT_PATH
  if (!tls || !certificates) return { host, options }
  const read = (/** @type {string} */ name) => readFileSync(join(certificates, name))
  return { host, options: { ...options, ca: read('ca.pem'), cert: read('cert.pem'), key: read('key.pem') } }
}
