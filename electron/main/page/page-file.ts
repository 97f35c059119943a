import { extname, join, posix } from 'node:path'
import { HOST } from '../security/page-address.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface PageFile {
  readonly path: string
  readonly type: string
}

/**
 * The file of the built page that an address means; undefined for an address that is not the page's, leads out of `folder`,
 * or has a type that no page of ours has.
 */
export function pageFile(folder: string, address: string): PageFile | undefined {
  const url = new URL(address)
  if (url.host !== HOST) return undefined
  const path = decode(url.pathname === '/' ? '/index.html' : url.pathname)
  // Backslashes and drives are paths on Windows, so they are refused everywhere.
  if (path === undefined || /[\\:\0]/.test(path) || posix.normalize(path) !== path) return undefined
  const type = TYPES[extname(path)]
  return type === undefined ? undefined : { path: join(folder, path), type }
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
