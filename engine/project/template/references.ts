/** A variable that a template uses. */
export interface Reference {
  readonly name: string
  /** What counts while it is not set, when the template says so in plain text; else empty. */
  readonly fallback: string
}

const PATTERN = /\$(?:\$|\{?([_a-z][_a-z0-9]*)(?::?-([^{}$]*)\})?)/gi

/** The variables of a template such as `${NAME:-default}`, in their order; `$$` is none. */
export function referencesIn(template: string): Reference[] {
  return [...template.matchAll(PATTERN)].flatMap(([whole, name, fallback]) => {
    if (name === undefined) return []
    return [{ name, fallback: whole.startsWith('${') ? (fallback ?? '') : '' }]
  })
}
