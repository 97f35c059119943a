/** Shorter values occur by chance. */
const SHORTEST = 6

/** Where a text holds the value of a secret: the variable's name and the line, from 1; undefined when it holds none. Pure. */
export function findSecret(
  text: string,
  secrets: ReadonlyMap<string, string>,
): { key: string; line: number } | undefined {
  for (const [key, value] of secrets) {
    if (value.length < SHORTEST) continue
    const at = text.indexOf(value)
    if (at !== -1) return { key, line: text.slice(0, at).split('\n').length }
  }
  return undefined
}
