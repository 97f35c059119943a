import type { Plan } from '../../../contract/models.ts'

/**
 * A plan as text: one operation a line, numbered, with its cause and the numbers it waits for.
 *
 *     1. create shoal-app-2  (scale 1 -> 2)
 *     2. start shoal-app-2  (scale 1 -> 2)  after 1
 */
export function printPlan(plan: Plan): string {
  if (plan.operations.length === 0) return 'nothing to do'
  const numbers = new Map(plan.operations.map(({ id }, position) => [id, position + 1]))
  const width = String(plan.operations.length).length
  return plan.operations
    .map(({ id, verb, target, cause, after }) => {
      const needs = after.map((need) => numbers.get(need) ?? 0).sort((a, b) => a - b)
      const suffix = needs.length > 0 ? `  after ${needs.join(', ')}` : ''
      return `${String(numbers.get(id)).padStart(width)}. ${verb} ${target}  (${cause})${suffix}`
    })
    .join('\n')
}
