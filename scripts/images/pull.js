import { openRequest, readProgress } from '../docker/request.js'

const REGISTRY_TIMEOUT_MS = 5000

/**
 * Pulls one image. The registry has 5 s to say its first word; after that the download may take as long as it needs.
 * @param {import('../docker/request.js').Engine} engine
 * @param {string} image
 * @throws {Error} with the engine's own words
 */
export async function pullImage(engine, image) {
  const [name, tag] = image.split(':')
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), REGISTRY_TIMEOUT_MS)
  try {
    const path = `/images/create?fromImage=${name}&tag=${tag}`
    const response = await openRequest(engine, 'POST', path, { signal: silence.signal })
    for await (const _ of readProgress(response)) clearTimeout(timer)
  } catch (error) {
    if (silence.signal.aborted) throw new Error(`the registry was silent for ${REGISTRY_TIMEOUT_MS / 1000} s`)
    throw error
  } finally {
    clearTimeout(timer)
  }
}
