/** The scripts that a page names, as files of its folder of assets. Pure. */
export function scriptsOf(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="[^"]*\/([^"/]+\.js)"/g)].map(([, name = '']) => name)
}

/** Some scripts and all that they import statically: a dynamic import waits until it is asked for. Pure. */
export function dependenciesOf(
  entries: readonly string[],
  scripts: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const found = new Set(entries)
  // The set grows while it is walked: what is imported is looked at as well.
  for (const name of found)
    for (const [, imported = ''] of (scripts.get(name) ?? '').matchAll(
      /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g,
    ))
      found.add(imported)
  return found
}
