import { ShoalError } from '../../../contract/errors.ts'
import type { Observation, ObservedInstance } from '../observe/observation.ts'
import { APP } from '../roles.ts'
import type { Wanted } from '../want/wanted.ts'
import { PlanBuilder } from './builder.ts'
import { planCaddy } from './caddy.ts'
import type { Goal } from './goal.ts'
import { InstancePlans } from './instances.ts'
import { planResources } from './resources.ts'
import { planRollout, type Turn } from './rollout.ts'
import { dependencySteps, driftOf, planServices } from './services.ts'
import { range, slotCount, spareSlots } from './slots.ts'
import type { Step } from './step.ts'
import { takeOver } from './take-over.ts'

/**
 * The one planner of everything that serves: compares what was seen with what is wanted and returns the way from one to
 * the other. Pure. Throws `scale-out-of-range`.
 */
export function planConverge(seen: Observation, wanted: Wanted, goal: Goal): Step[] {
  checkScale(goal.scale, slotCount(seen, wanted))
  const plan = new PlanBuilder()
  const needs = planResources(plan, seen, wanted, Object.keys(wanted.project.services))
  const ready = planServices(plan, seen, wanted, goal.cause, needs)
  const answers = planCaddy(plan, seen, wanted, goal.cause, needs, ready, goal.reload ?? false)

  const sorted = sortInstances(seen, wanted, goal)
  const managed = takeOver(plan, seen, answers)
  const dependencies = dependencySteps(wanted.app, ready)
  const instances = new InstancePlans(plan, wanted, needs[APP] ?? [], dependencies, managed)

  const joined: string[] = []
  for (const index of sorted.missing) joined.push(instances.add(index, goal.cause))
  for (const { instance, cause } of sorted.idle) joined.push(instances.start(instance.index, cause))
  for (const { instance, cause } of sorted.broken)
    joined.push(instances.add(instance.index, cause, [instances.remove(instance, cause)]))
  for (const { instance, cause } of sorted.outside) joined.push(instances.admit(instance.index, cause))

  const spare = spareSlots(seen, wanted, goal.scale)
  const turned = planRollout(instances, sorted.turns, spare, joined, joined.length > 0)

  // What is too much leaves when somebody else serves: at once where others stay, else after the first that joined.
  const others = sorted.kept.length > 0 ? [] : [...joined, ...turned]
  for (const instance of sorted.surplus) instances.remove(instance, goal.cause, others)
  return plan.steps
}

interface Sorted {
  readonly missing: number[]
  /** Current, but not running. */
  readonly idle: { instance: ObservedInstance; cause: string }[]
  /** Neither current nor running. */
  readonly broken: { instance: ObservedInstance; cause: string }[]
  /** Current and running, but kept out of the rotation. */
  readonly outside: { instance: ObservedInstance; cause: string }[]
  readonly turns: Turn[]
  readonly kept: ObservedInstance[]
  readonly surplus: ObservedInstance[]
}

function sortInstances(seen: Observation, wanted: Wanted, goal: Goal): Sorted {
  const sorted: Sorted = { missing: [], idle: [], broken: [], outside: [], turns: [], kept: [], surplus: [] }
  const byIndex = new Map(seen.instances.map((instance) => [instance.index, instance]))
  for (const index of range(goal.scale)) {
    const instance = byIndex.get(index)
    if (!instance) {
      sorted.missing.push(index)
      continue
    }
    const { container } = instance
    const alive = container.state === 'running'
    const drift = goal.keepRunning && alive ? [] : driftOf(container, wanted, APP)
    const cause = drift.join('; ')
    if (!alive && (drift.length > 0 || container.state === 'dead' || container.state === 'removing'))
      sorted.broken.push({ instance, cause: cause || `it is ${container.state}` })
    else if (container.state === 'paused') sorted.kept.push(instance)
    else if (!alive) sorted.idle.push({ instance, cause: `it is ${container.state}` })
    else if (drift.length > 0) sorted.turns.push({ instance, how: 'replace', cause })
    else if (instance.allowed === false) sorted.outside.push({ instance, cause: 'it is not in the rotation' })
    else if (instance.health === 'starting' || instance.health === 'unknown')
      sorted.outside.push({ instance, cause: 'it is not healthy yet' })
    else sorted.kept.push(instance)
  }
  for (const instance of seen.instances) if (instance.index > goal.scale) sorted.surplus.push(instance)
  return sorted
}

function checkScale(scale: number, max: number): void {
  if (Number.isInteger(scale) && scale >= 1 && scale <= max) return
  throw new ShoalError(
    'scale-out-of-range',
    `${scale} instances are not possible; nothing was changed.`,
    `Choose a whole number from 1 to ${max}: the Caddyfile has ${max} slots.`,
  )
}
