/** An environment variable that a Caddyfile uses, with the line of its first use, from 1. */
export interface CaddyVariable {
  readonly name: string
  /** What counts while it is not set; empty when the file says nothing. */
  readonly fallback: string
  readonly line: number
}

/** The variables that a Caddyfile has filled in as `{$NAME:default}`; those in comments are left out. */
export function listCaddyVariables(source: string): CaddyVariable[] {
  const found = new Map<string, CaddyVariable>()
  for (const [index, text] of source.split('\n').entries()) {
    const code = text.replace(/(^|\s)#.*$/, '')
    for (const [, name = '', fallback = ''] of code.matchAll(/\{\$([A-Za-z_]\w*)(?::([^}]*))?\}/g))
      if (!found.has(name)) found.set(name, { name, fallback, line: index + 1 })
  }
  return [...found.values()]
}
