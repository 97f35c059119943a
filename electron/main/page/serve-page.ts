import { readFile } from 'node:fs/promises'
import { pageFile } from './page-file.ts'
import { pageHeaders } from './page-headers.ts'

/** Answers requests of the page's own protocol with the files of the built page in `folder`. */
export function servePage(folder: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    const file = method === 'GET' ? pageFile(folder, url) : undefined
    const content = file && (await readFile(file.path).catch(() => undefined))
    const headers = pageHeaders(content ? file.type : 'text/plain')
    return content ? new Response(content, { headers }) : new Response('Not found', { status: 404, headers })
  }
}
