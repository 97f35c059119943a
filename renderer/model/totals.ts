import type { ResourceRow } from './resource-rows.ts'

interface Part {
  readonly key: string
  readonly color: string
  readonly value: number
}

export interface Totals {
  readonly cores: number
  /** Bytes. */
  readonly memory: number
  /** Bytes per second. */
  readonly received: number
  readonly sent: number
  readonly read: number
  readonly written: number
  /** Cores, and bytes, by container. */
  readonly cpuParts: readonly Part[]
  readonly memoryParts: readonly Part[]
}

/** What all containers use together, and each one's part in it. Pure. */
export function totalsOf(rows: readonly ResourceRow[]): Totals {
  const part = (value: (row: NonNullable<ResourceRow['usage']>) => number): readonly Part[] =>
    rows.flatMap(({ name, color, usage }) => (usage ? [{ key: name, color, value: value(usage) }] : []))
  const cpuParts = part(({ cpu }) => cpu / 100)
  const memoryParts = part(({ memory }) => memory)
  return {
    cores: sum(cpuParts),
    memory: sum(memoryParts),
    received: sum(part(({ rates }) => rates?.received ?? 0)),
    sent: sum(part(({ rates }) => rates?.sent ?? 0)),
    read: sum(part(({ rates }) => rates?.read ?? 0)),
    written: sum(part(({ rates }) => rates?.written ?? 0)),
    cpuParts,
    memoryParts,
  }
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { value }) => total + value, 0)
}
