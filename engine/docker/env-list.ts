/** `KEY=value` lines as Docker keeps them, to a record. A later line wins; a line without `=` is an empty variable. */
export function splitEnv(lines: readonly string[] | null | undefined): Record<string, string> {
  return Object.fromEntries(
    (lines ?? []).map((line) => {
      const at = line.indexOf('=')
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)]
    }),
  )
}

/** A record to Docker's `KEY=value` lines. */
export function joinEnv(env: Readonly<Record<string, string>>): string[] {
  return Object.entries(env).map(([key, value]) => `${key}=${value}`)
}
