import type { Build } from '../model.ts'
import { describe, type Node } from '../yaml/node.ts'
import type { Reading } from './context.ts'
import { defined, openFields } from './fields.ts'
import { readPairs } from './pairs.ts'
import { absolutePath } from './paths.ts'
import { readText } from './scalars.ts'

/** How to build the image: a folder, or a mapping with context, dockerfile, args and target. */
export function readBuild(node: Node | undefined, reading: Reading): Build | undefined {
  if (node === undefined) return undefined
  if (node.kind === 'scalar' && node.type === 'string')
    return { context: localContext(node, node.text, reading), dockerfile: 'Dockerfile', args: {} }
  if (node.kind !== 'map') {
    reading.problems.add(node, `must be text or a mapping, not ${describe(node)}`)
    return undefined
  }
  const field = openFields(node, ['context', 'dockerfile', 'args', 'target'], reading)
  if (field === undefined) return undefined
  return {
    context: localContext(field('context') ?? node, readText(field('context'), reading) ?? '.', reading),
    dockerfile: readText(field('dockerfile'), reading) ?? 'Dockerfile',
    args: readArgs(field('args'), reading),
    ...defined({ target: readText(field('target'), reading) }),
  }
}

/** An argument without a value takes the project's variable of its name, and is left out when there is none. */
function readArgs(node: Node | undefined, reading: Reading): Record<string, string> {
  const args = [...readPairs(node, reading)].flatMap(([key, written]): [string, string][] => {
    const value = written ?? reading.lookup(key)
    return value === undefined ? [] : [[key, value]]
  })
  return Object.fromEntries(args)
}

function localContext(node: Node, context: string, reading: Reading): string {
  if (/^([a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/.test(context))
    reading.problems.add(
      node,
      'is a remote build context, which Shoal does not fetch',
      'Clone it and name the folder.',
    )
  return absolutePath(context, reading)
}
