import { isMap, isScalar, isSeq, parseDocument } from 'yaml'

/**
 * The values of a YAML text by dotted path, `services.app.ports[0]`, each as one line of text. Aliases stay as they are written.
 * Undefined when the text is no YAML.
 */
export function flattenYaml(text: string): Map<string, string> | undefined {
  const document = parseDocument(text, { logLevel: 'silent' })
  if (document.errors.length > 0) return undefined
  const found = new Map<string, string>()
  const walk = (node: unknown, path: string): void => {
    if (isMap(node) && node.items.length > 0)
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : String(key)
        walk(value, path === '' ? name : `${path}.${name}`)
      }
    else if (isSeq(node) && node.items.length > 0)
      for (const [index, item] of node.items.entries()) walk(item, `${path}[${index}]`)
    else found.set(path, isScalar(node) ? String(node.value ?? '') : String(node ?? ''))
  }
  walk(document.contents, '')
  return found
}
