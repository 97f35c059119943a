/** Methods that ask and change nothing (RFC 9110, 9.2.1); TRACE is answered by proxies. */
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** Whether a request can be sent again without doing something again. Pure. */
export function canReplay(method: string): boolean {
  return SAFE.includes(method)
}
