import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Guard } from './guard.ts'
import type { Keys } from './keys.ts'
import { MISSING, REFUSAL, steppingStone } from './pages.ts'
import type { Site } from './site.ts'

/** What a request for the window is answered with. */
export interface Doors {
  readonly guard: Guard
  readonly keys: Keys
  readonly site: Site
  /** Where a browser goes with its session. */
  readonly entrance: string
}

/** Answers one request. Whoever has no key, or comes from elsewhere, learns nothing but what to do. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  doors: Doors,
): Promise<void> {
  const { guard, keys, site } = doors
  const { headers, method } = request
  const [path = '/', search = ''] = (request.url ?? '/').split('?')
  if (!guard.knows(headers)) return html(response, 403, REFUSAL)
  if (method !== 'GET' && method !== 'HEAD') return html(response, 405, MISSING, { allow: 'GET, HEAD' })
  const token = path === '/' && method === 'GET' ? new URLSearchParams(search).get('token') : null
  const session = token === null ? undefined : keys.spend(token)
  const isIn = keys.admits(guard.sessionIn(headers))
  if (session !== undefined)
    return enter(request, response, doors, { 'set-cookie': guard.setCookie(session) })
  if (!isIn) return html(response, 403, REFUSAL)
  // An address that was used before, opened once more by who used it.
  if (token !== null) return enter(request, response, doors)
  const file = await site.read(path)
  if (file === undefined) return html(response, 404, MISSING)
  const isKnown = headers['if-none-match'] === file.headers.etag
  response.writeHead(isKnown ? 304 : 200, file.headers)
  response.end(isKnown || method === 'HEAD' ? undefined : file.body)
}

/** Leads on to an address without the token, which so stays in no history. */
function enter(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { entrance }: Doors,
  more: Record<string, string> = {},
): void {
  if (headers['sec-fetch-site'] === 'cross-site') html(response, 200, steppingStone(entrance), more)
  else response.writeHead(303, { location: entrance, 'cache-control': 'no-store', ...more }).end()
}

function html(
  response: ServerResponse,
  status: number,
  body: string,
  more: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...more,
  })
  response.end(body)
}
