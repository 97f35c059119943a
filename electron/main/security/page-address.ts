/** Where the page lives in the packaged app. */
export const SCHEME = 'app'
export const HOST = 'shoal'
export const PAGE = `${SCHEME}://${HOST}/`

/**
 * Whether an address is one of the page's, whose address is `page`. `URL.origin` is "null" for a scheme of one's own, so
 * scheme and host are compared.
 */
export function isPage(address: string, page: string): boolean {
  const url = parse(address)
  const own = new URL(page)
  return url !== undefined && url.protocol === own.protocol && url.host === own.host
}

/** The address as the user's browser may get it; undefined when it is no plain web link. */
export function webLink(address: string): string | undefined {
  const url = parse(address)
  const web = url?.protocol === 'https:' || url?.protocol === 'http:'
  return web && url.username === '' && url.password === '' ? url.href : undefined
}

function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}
