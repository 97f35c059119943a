import { describe, isNull, type Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { readText } from './scalars.ts'
import { splitWords } from './words.ts'

/** A command or entrypoint: a list as it is, text split into words; undefined leaves the image's own. */
export function readCommand(node: Node | undefined, reading: Reading): string[] | undefined {
  if (node === undefined || isNull(node)) return undefined
  if (node.kind === 'list') return node.items.flatMap((item) => readText(item, reading) ?? [])
  if (node.kind !== 'scalar' || node.type !== 'string') {
    reading.problems.add(node, `must be text or a list, not ${describe(node)}`)
    return undefined
  }
  const split = splitWords(node.text)
  if (split === undefined) {
    reading.problems.add(
      node,
      'can not be split into words',
      'Close every quote and bracket, or write it as a list.',
    )
    return undefined
  }
  if (split.cut)
    reading.warn(
      `${node.path} is cut at a shell operator, as Compose does; use ["sh", "-c", "..."] for a shell.`,
    )
  return split.words
}
