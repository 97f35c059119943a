import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'

/**
 * Where an engine listens.
 * @typedef {{ host: string, options: https.RequestOptions & { tls?: boolean } }} Engine
 */

/**
 * Sends one request to the engine's HTTP API and answers as soon as the headers are there.
 * @param {Engine} engine
 * @param {string} method
 * @param {string} path with its query, without a version: the engine then answers in its own newest one
 * @param {{ body?: import('node:stream').Readable, signal?: AbortSignal }} [more]
 * @returns {Promise<http.IncomingMessage>}
 * @throws when nothing listens there or the signal fires
 */
export async function openRequest(engine, method, path, { body, signal } = {}) {
  const { tls, ...options } = engine.options
  const headers = body ? { 'content-type': 'application/x-tar' } : {}
  const request = (tls ? https : http).request({ ...options, method, path, headers, signal })
  const answered = once(request, 'response')
  if (body) body.pipe(request)
  else request.end()
  const [response] = await answered
  return response
}

/**
 * Sends one request and reads the whole answer.
 * @param {Engine} engine
 * @param {string} method
 * @param {string} path
 * @param {{ body?: import('node:stream').Readable, signal?: AbortSignal }} [more]
 * @returns {Promise<{ status: number, text: string }>}
 */
export async function request(engine, method, path, more) {
  const response = await openRequest(engine, method, path, more)
  response.setEncoding('utf8')
  let text = ''
  for await (const chunk of response) text += chunk
  return { status: response.statusCode ?? 0, text }
}

/**
 * Reads the lines of JSON in which the engine reports progress. A failure arrives inside a 200, as `error`.
 * @param {http.IncomingMessage} response
 * @returns {AsyncGenerator<Record<string, unknown>>}
 * @throws {Error} with the engine's own words when the answer is not a success or a line reports an error
 */
export async function* readProgress(response) {
  response.setEncoding('utf8')
  let rest = ''
  for await (const chunk of response) {
    rest += chunk
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line.trim()).map(parseProgress)
  }
  if (rest.trim()) yield parseProgress(rest)
  if ((response.statusCode ?? 0) >= 400) throw new Error(`the engine answered ${response.statusCode}`)
}

/** @param {string} line */
function parseProgress(line) {
  const message = JSON.parse(line)
  const failure = message.error ?? message.message
  if (failure) throw new Error(failure)
  return message
}
