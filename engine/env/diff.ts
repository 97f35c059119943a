/** Names of variables by what happened to them, each list sorted. Values stay out, so that it can be shown. */
export interface EnvDiff {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

type Variables = Readonly<Record<string, string>>

/** Compares two sets of variables. */
export function diffEnv(before: Variables, after: Variables): EnvDiff {
  const has = (variables: Variables) => (name: string) => Object.hasOwn(variables, name)
  return {
    added: Object.keys(after)
      .filter((name) => !has(before)(name))
      .sort(),
    changed: Object.keys(after)
      .filter((name) => has(before)(name) && before[name] !== after[name])
      .sort(),
    removed: Object.keys(before)
      .filter((name) => !has(after)(name))
      .sort(),
  }
}

/** Whether two sets of variables are the same. */
export const isUnchanged = (diff: EnvDiff): boolean =>
  diff.added.length + diff.changed.length + diff.removed.length === 0
