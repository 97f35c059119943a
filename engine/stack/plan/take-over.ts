import type { Observation } from '../observe/observation.ts'
import type { PlanBuilder } from './builder.ts'

/**
 * Makes the rotation ours before anyone joins or leaves: who takes part now goes on taking part. The step is added when
 * it is first asked for, so that a plan without joins and leaves has none.
 * @param answers the step after which Caddy answers
 */
export function takeOver(plan: PlanBuilder, seen: Observation, answers: string | undefined): () => string {
  let step: string | undefined
  return () => {
    if (step) return step
    const members = seen.instances.flatMap(({ address, allowed, container }) =>
      address && allowed !== false && container.state === 'running' ? [address] : [],
    )
    step = plan.add({ verb: 'manage-rotation', members }, 'caddy', 'take over the rotation', [answers])
    return step
  }
}
