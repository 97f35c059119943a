/**
 * A compose file as data that remembers where it came from, so that every complaint can name file, line and key.
 * `text` of a scalar is what Compose prints for it: `1.10` read as a number is `1.1`.
 */

export interface Place {
  /** The file as shown to the user: relative to the project folder. */
  readonly file: string
  /** Starts at 1. */
  readonly line: number
}

interface Located {
  readonly place: Place
  /** Dotted path from the top of the file, such as `services.app.ports[0]`; empty for the top itself. */
  readonly path: string
}

export type ScalarType = 'null' | 'bool' | 'int' | 'float' | 'string'

export interface ScalarNode extends Located {
  readonly kind: 'scalar'
  readonly type: ScalarType
  readonly text: string
}

export interface ListNode extends Located {
  readonly kind: 'list'
  readonly items: readonly Node[]
}

export interface MapNode extends Located {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, Entry>
}

export interface Entry {
  /** Where the key stands. */
  readonly place: Place
  readonly value: Node
}

export type Node = ScalarNode | ListNode | MapNode

export const isNull = (node: Node): boolean => node.kind === 'scalar' && node.type === 'null'

export const childPath = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/** What a node is, in the words of an error message. */
export function describe(node: Node): string {
  if (node.kind === 'map') return 'a mapping'
  if (node.kind === 'list') return 'a list'
  const words = { null: 'empty', bool: 'true or false', int: 'a number', float: 'a number', string: 'text' }
  return words[node.type]
}
