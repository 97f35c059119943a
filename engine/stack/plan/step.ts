import type { Operation, Plan } from '../../../contract/models.ts'

/** What an operation does, with everything the executor needs to do it. Times are milliseconds. */
export type Action =
  | { readonly verb: 'pull'; readonly service: string }
  | { readonly verb: 'build'; readonly service: string }
  | { readonly verb: 'create-network'; readonly network: string }
  | { readonly verb: 'create-volume'; readonly volume: string }
  | { readonly verb: 'create'; readonly service: string; readonly index: number }
  | { readonly verb: 'start' }
  | { readonly verb: 'wait-healthy'; readonly condition: 'healthy' | 'completed' }
  | { readonly verb: 'wait-answer'; readonly port: number | null }
  | { readonly verb: 'wait-ready'; readonly index: number }
  | { readonly verb: 'manage-rotation'; readonly members: readonly string[] }
  | { readonly verb: 'join'; readonly index: number }
  | { readonly verb: 'leave'; readonly index: number }
  | { readonly verb: 'drain'; readonly index: number }
  | { readonly verb: 'stop'; readonly grace: number }
  | { readonly verb: 'remove' }
  | { readonly verb: 'remove-network' }
  | { readonly verb: 'remove-volume' }
  | { readonly verb: 'reload' }

/** One node of a plan's graph. `target` is the container's (image's, network's, volume's) name. */
export type Step = Operation & Action

/** The plan as the contract has it: without what only the executor needs. */
export function toPlan(steps: readonly Step[]): Plan {
  return {
    operations: steps.map(({ id, verb, target, cause, after }) => ({ id, verb, target, cause, after })),
  }
}
