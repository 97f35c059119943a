import type { ObservedInstance } from '../observe/observation.ts'
import type { InstancePlans } from './instances.ts'

/** An instance that must be replaced or restarted, with the reason. */
export interface Turn {
  readonly instance: ObservedInstance
  readonly how: 'replace' | 'restart'
  readonly cause: string
}

/**
 * Replaces instances that serve, a few at a time. The first new ones start in spare slots: as many serve at any moment
 * as did before, and when the new ones never get healthy, nothing that served was touched. They go when all is done, so
 * that the slots in use stay 1 to N. See docs/adr/0005-rollouts-in-spare-slots.md.
 * @param spare free slots; with none the instances take turns one by one, and one less serves meanwhile
 * @param after what must have joined before the first one leaves
 * @param covered whether enough others serve meanwhile, so that no spare instance is needed
 */
export function planRollout(
  instances: InstancePlans,
  turns: readonly Turn[],
  spare: readonly number[],
  after: readonly (string | undefined)[],
  covered: boolean,
): string[] {
  const [first] = turns
  if (!first) return []
  const batch = Math.max(1, Math.ceil(turns.length / 4))
  const surge = covered ? [] : spare.slice(0, batch)
  const surgeCause = `${first.cause}, in a spare slot first`
  const size = surge.length || 1

  let gate: readonly (string | undefined)[] = [
    ...after,
    ...surge.map((index) => instances.add(index, surgeCause, after)),
  ]
  for (let at = 0; at < turns.length; at += size)
    gate = turns.slice(at, at + size).map((turn) => planTurn(instances, turn, gate))
  const last = gate.filter((id): id is string => id !== undefined)
  return [
    ...last,
    ...surge.map((index) => instances.removeAdded(index, `${first.cause}, all replaced`, last)),
  ]
}

function planTurn(instances: InstancePlans, turn: Turn, after: readonly (string | undefined)[]): string {
  const { instance, how, cause } = turn
  if (how === 'replace')
    return instances.add(instance.index, cause, [instances.remove(instance, cause, after)])
  return instances.start(instance.index, cause, [instances.stop(instance.index, cause, after)])
}
