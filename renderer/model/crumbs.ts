export interface Crumb {
  readonly name: string
  readonly path: string
}

/** The folders on the way to a path, the top first: `/`, `home`, `ada`. Knows POSIX and Windows paths. Pure. */
export function crumbsOf(path: string): readonly Crumb[] {
  const [top = '/'] = /^(?:[A-Za-z]:[\\/]|[\\/]{2}[^\\/]+[\\/][^\\/]+[\\/]?|\/)/.exec(path) ?? []
  const separator = top.includes('\\') ? '\\' : '/'
  const names = path.slice(top.length).split(/[\\/]/).filter(Boolean)
  const base = top.endsWith(separator) ? top : `${top}${separator}`
  return [
    { name: top, path: top },
    ...names.map((name, at) => ({ name, path: base + names.slice(0, at + 1).join(separator) })),
  ]
}
