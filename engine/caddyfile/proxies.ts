import { allLines, type Line } from './parse.ts'
import type { Token } from './token.ts'

/** Whose upstreams are looked for. */
export interface App {
  /** What the containers' names begin with, before `-1`: `shop-app`. */
  readonly name: string
  /** Caddy's own environment, for `{$NAME}`. */
  readonly environment: Readonly<Record<string, string>>
}

/** One upstream address, as it is written. */
export interface Upstream {
  readonly token: Token
  /** The directive or subdirective whose word it is. */
  readonly line: Line
  /** Which instance it is; undefined for an address of something else. */
  readonly index: number | undefined
}

/** A reverse proxy that balances the app. */
export interface AppProxy {
  readonly line: Line
  readonly upstreams: readonly Upstream[]
  /** Its subdirectives, those of imported snippets included. */
  readonly lines: readonly Line[]
}

/** The reverse proxies of a Caddyfile that name an instance of the app, directly or through a snippet. */
export function findProxies(tree: readonly Line[], app: App): AppProxy[] {
  const snippets = new Map(
    tree.flatMap((line) => {
      const [name, ...others] = line.words
      const snippet = /^\((.+)\)$/.exec(name?.text ?? '')?.[1]
      return snippet === undefined || others.length > 0 ? [] : [[snippet, line] as const]
    }),
  )
  return allLines(tree).flatMap((line) => {
    if (line.words[0]?.text !== 'reverse_proxy') return []
    const lines = expand(line, snippets, new Set())
    const places = [
      ...argumentsOf(line).map((token) => ({ token, line })),
      ...lines.flatMap((sub) =>
        sub.words[0]?.text === 'to' ? sub.words.slice(1).map((token) => ({ token, line: sub })) : [],
      ),
    ]
    const upstreams = places.map((place) => ({ ...place, index: indexOf(place.token.text, app) }))
    return upstreams.some(({ index }) => index !== undefined) ? [{ line, upstreams, lines }] : []
  })
}

function expand(line: Line, snippets: ReadonlyMap<string, Line>, open: ReadonlySet<string>): Line[] {
  return (line.block?.lines ?? []).flatMap((sub) => {
    const [directive, name] = sub.words
    const snippet = directive?.text === 'import' ? snippets.get(name?.text ?? '') : undefined
    if (snippet === undefined || name === undefined || open.has(name.text)) return [sub]
    return expand(snippet, snippets, new Set([...open, name.text]))
  })
}

/** The addresses behind `reverse_proxy`, without the matcher. */
function argumentsOf({ words }: Line): readonly Token[] {
  const hasMatcher = /^(?:@|\/|\*$)/.test(words[1]?.text ?? '')
  return words.slice(hasMatcher ? 2 : 1)
}

function indexOf(address: string, { name, environment }: App): number | undefined {
  const filled = address.replace(
    /\{\$([^}:]+)(?::([^}]*))?\}/g,
    (_whole, key: string, fallback?: string) => environment[key] || (fallback ?? ''),
  )
  const match = /^(?:https?:\/\/)?(.+)-(\d+)(?::\d+)?$/.exec(filled)
  return match?.[1] === name ? Number(match[2]) : undefined
}
