import type { EnvEntry, EnvKey, EnvProblem } from '../../../../contract/env.ts'

interface Checked {
  readonly problems: readonly EnvProblem[]
  readonly entries: readonly EnvEntry[]
}

/** One assignment of the file, as a row of the table. */
export interface Row extends EnvEntry {
  /** Unique among the rows, and the same while other rows come and go. */
  readonly id: string
  readonly about: string
  readonly problems: readonly EnvProblem[]
}

/** The rows of the table, in the order of the file. Problems that belong to no assignment are left out. Pure. */
export function rowsOf(
  entries: readonly EnvEntry[],
  problems: readonly EnvProblem[],
  keys: readonly EnvKey[],
): Row[] {
  const counts = new Map<string, number>()
  return entries.map((entry) => {
    const count = counts.get(entry.key) ?? 0
    counts.set(entry.key, count + 1)
    return {
      ...entry,
      id: `${entry.key} ${count}`,
      about: keys.find(({ key }) => key === entry.key)?.about ?? '',
      problems: problems.filter((problem) => isAbout(problem, entry)),
    }
  })
}

/** Problems that no row of the table shows. Pure. */
export function withoutRow({ problems, entries }: Checked): EnvProblem[] {
  return problems.filter((problem) => !entries.some((entry) => isAbout(problem, entry)))
}

function isAbout({ from, to }: EnvProblem, entry: EnvEntry): boolean {
  return from <= entry.to && to >= entry.from
}

/** The text with another name for one assignment; its value, its quotes and its comment stay. Pure. */
export function renamed(text: string, { key, from, valueFrom }: EnvEntry, name: string): string {
  const at = text.slice(from, Math.max(valueFrom, from + key.length)).lastIndexOf(key) + from
  return text.slice(0, at) + name + text.slice(at + key.length)
}

/** Whether an environment variable can be called so. Pure. */
export function isName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name)
}
