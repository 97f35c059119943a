/**
 * Where one instance alone answers: the bundled Caddyfile sends `app-2.localhost` to it. Browsers resolve every name under
 * `localhost` to this machine (RFC 6761). Pure.
 */
export function instanceUrl(url: string, index: number): string {
  const address = new URL(url)
  address.hostname = `app-${index}.localhost`
  return address.href
}
