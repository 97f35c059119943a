import type { Usage } from '../../contract/stats.ts'
import type { ResourceRow } from './resource-rows.ts'

/** One container's part in what all use together, in its colour. */
export interface UsagePart {
  readonly key: string
  readonly color: string
  readonly value: number
}

/** Each running container's part. Pure. */
export function partsOf(rows: readonly ResourceRow[], value: (usage: Usage) => number): readonly UsagePart[] {
  return rows.flatMap(({ name, color, usage }) => (usage ? [{ key: name, color, value: value(usage) }] : []))
}
