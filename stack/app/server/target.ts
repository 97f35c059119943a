import type { IncomingMessage } from 'node:http'

export type Target = { readonly pathname: string; readonly query: URLSearchParams }

/** Path and query of a request, split by hand: `new URL` throws on some targets that a client may send, as `//`. */
export function targetOf(request: IncomingMessage): Target {
  const url = request.url ?? '/'
  const mark = url.indexOf('?')
  if (mark === -1) return { pathname: url, query: new URLSearchParams() }
  return { pathname: url.slice(0, mark), query: new URLSearchParams(url.slice(mark + 1)) }
}
