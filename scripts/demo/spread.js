import { Agent, get } from 'node:http'

const CONNECTIONS = 8

/**
 * Sends requests over a few keep-alive connections and counts who answered.
 * @param {string} url
 * @param {number} requests
 * @returns {Promise<Map<string, number>>} answers by the `X-Served-By` header; a request that failed counts as its reason
 */
export async function countAnswers(url, requests) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const counts = new Map()
  let left = requests
  const worker = async () => {
    while (left > 0) {
      left -= 1
      const who = await whoAnswers(url, agent)
      counts.set(who, (counts.get(who) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  agent.destroy()
  return counts
}

/**
 * @param {string} url
 * @param {Agent} agent
 * @returns {Promise<string>}
 */
function whoAnswers(url, agent) {
  return new Promise((resolve) => {
    const request = get(url, { agent, timeout: 10_000 }, (response) => {
      const { statusCode = 0, headers } = response
      const servedBy = headers['x-served-by']
      response.resume().on('end', () => resolve(statusCode < 400 ? String(servedBy) : `status ${statusCode}`))
    })
    request.on('timeout', () => request.destroy(new Error('timeout')))
    request.on('error', (error) => resolve(`failed: ${error.message}`))
  })
}

/**
 * A small table with a bar for each answerer, in the order of their names.
 * @param {Map<string, number>} counts
 * @returns {string}
 */
export function formatSpread(counts) {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const rows = [...counts].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows
    .map(([name, count]) => {
      const share = (100 * count) / total
      const figures = `${String(count).padStart(4)}  ${share.toFixed(0).padStart(3)} %`
      return `  ${name.padEnd(width)} ${figures}  ${'#'.repeat(Math.round(share / 2))}`
    })
    .join('\n')
}
