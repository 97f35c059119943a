import { isList, isRecord } from '../../caddy/shape.ts'

export type Json = Readonly<Record<string, unknown>>

/** Every object below a part of Caddy's configuration that a test picks, in order. */
export function findAll(node: unknown, isIt: (node: Json) => boolean): Json[] {
  if (Array.isArray(node)) return node.flatMap((item) => findAll(item, isIt))
  if (!isRecord(node)) return []
  return [...(isIt(node) ? [node] : []), ...Object.values(node).flatMap((item) => findAll(item, isIt))]
}

/** A value inside nested objects; undefined where the way ends before. */
export function at(node: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), node)
}

export const isText = (value: unknown): value is string => typeof value === 'string'

/** The HTTP servers of a configuration. */
export function serversOf(config: unknown): { readonly listen: readonly string[]; readonly server: Json }[] {
  const servers = at(config, 'apps', 'http', 'servers')
  if (!isRecord(servers)) return []
  return Object.values(servers).flatMap((server) => {
    if (!isRecord(server)) return []
    return [{ server, listen: isList(server.listen, isText) ? server.listen : [] }]
  })
}

/** The addresses of a reverse proxy's upstreams. */
export function dialsOf(proxy: Json): string[] {
  const { upstreams } = proxy
  return Array.isArray(upstreams) ? upstreams.map((upstream) => at(upstream, 'dial')).filter(isText) : []
}
