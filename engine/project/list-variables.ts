import { Problems } from './problems.ts'
import { type Reference, referencesIn } from './template/references.ts'
import type { Node } from './yaml/node.ts'
import { parseYaml } from './yaml/parse.ts'

/** A variable that a compose file uses, with the place of its first use. */
export interface UsedVariable extends Reference {
  /** Dotted path: `services.app.ports[0]`. */
  readonly path: string
}

/** The variables that the text of a compose file uses, in their order; of a malformed text what can be read of it. */
export function listVariables(text: string, file: string): UsedVariable[] {
  const found = new Map<string, UsedVariable>()
  const visit = (node: Node): void => {
    if (node.kind === 'list') node.items.forEach(visit)
    else if (node.kind === 'map') for (const { value } of node.entries.values()) visit(value)
    else
      for (const reference of referencesIn(node.text))
        if (!found.has(reference.name)) found.set(reference.name, { ...reference, path: node.path })
  }
  parseYaml(text, file, new Problems()).forEach(visit)
  return [...found.values()]
}
