import type { Action, Step } from './step.ts'

/** Collects the steps of a plan. Adding returns the step's id, which later steps name in `after`. */
export class PlanBuilder {
  readonly steps: Step[] = []

  /** @param after ids of the steps that must be done first; undefined ones are left out */
  add(action: Action, target: string, cause: string, after: readonly (string | undefined)[] = []): string {
    const base = `${action.verb} ${target}`
    const same = this.steps.filter(({ id }) => id === base || id.startsWith(`${base} #`)).length
    const id = same === 0 ? base : `${base} #${same + 1}`
    const needs = [...new Set(after.filter((need): need is string => need !== undefined))]
    this.steps.push({ ...action, id, target, cause, after: needs })
    return id
  }

  /** Ids of the steps with this verb, in order. */
  ids(verb: Action['verb']): string[] {
    return this.steps.filter((step) => step.verb === verb).map(({ id }) => id)
  }
}
