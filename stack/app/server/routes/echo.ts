import { readBody } from '../read-body.ts'
import { sendJson } from '../respond.ts'
import type { Route } from './route.ts'

const LONGEST_BYTES = 10 * 1024 * 1024

export const echo: Route = {
  async POST({ request, response }) {
    // The body is read to its end first: a proxy may stop sending once it sees the answer begin.
    const body = await readBody(request, LONGEST_BYTES)
    if (body === undefined) {
      response.setHeader('connection', 'close')
      sendJson(response, 413, { error: `The body is longer than ${LONGEST_BYTES} bytes.` })
      return
    }
    response.writeHead(200, {
      'content-type': request.headers['content-type'] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': 'no-store',
    })
    response.end(body)
  },
}
