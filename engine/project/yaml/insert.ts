import { isMap, type YAMLMap } from 'yaml'

/** The node of a key; undefined when there is none, or no mapping. */
export const child = (node: unknown, key: string): unknown => (isMap(node) ? node.get(key, true) : undefined)

/**
 * A YAML text with an entry such as `scale: 3` put first into one of its mappings: right behind the brace, or on a line
 * of its own below the mapping's name. Every other byte stays. Undefined when the mapping begins on its name's line.
 */
export function insertFirst(text: string, map: YAMLMap, entry: string): string | undefined {
  const start = map.range?.[0] ?? 0
  if (map.flow) {
    const comma = map.items.length === 0 ? '' : ', '
    return `${text.slice(0, start + 1)}${entry}${comma}${text.slice(start + 1)}`
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const indent = text.slice(lineStart, start)
  if (indent.trim() !== '') return undefined
  const at = belowName(text, lineStart, indent.length)
  const lineEnd = text.startsWith('\r', at - 2) ? '\r\n' : '\n'
  return `${text.slice(0, at)}${indent}${entry}${lineEnd}${text.slice(at)}`
}

/** Comments above the first key belong to that key: the place is above them, below the mapping's name. */
function belowName(text: string, firstKeyLine: number, indent: number): number {
  let at = firstKeyLine
  while (at > 0) {
    const previous = text.lastIndexOf('\n', at - 2) + 1
    const line = text.slice(previous, at)
    if (!/^\s*#/.test(line) || line.search(/\S/) < indent) break
    at = previous
  }
  return at
}
