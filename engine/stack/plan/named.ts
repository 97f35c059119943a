import type { Observation } from '../observe/observation.ts'
import { CADDY } from '../roles.ts'
import type { Wanted } from '../want/wanted.ts'
import { PlanBuilder } from './builder.ts'
import { publicPort } from './caddy.ts'
import { InstancePlans } from './instances.ts'
import { planRollout, type Turn } from './rollout.ts'
import type { Selection } from './select.ts'
import { spareSlots } from './slots.ts'
import type { Step } from './step.ts'
import { graceOf, isAlive } from './stopping.ts'
import { takeOver } from './take-over.ts'

/**
 * Stops what was selected: an instance leaves the rotation and finishes its requests first. A Caddy that stops as well
 * goes before the instances, and what they may depend on after them. Pure.
 */
export function planStop(seen: Observation, wanted: Wanted, selection: Selection): Step[] {
  const plan = new PlanBuilder()
  const instances = instancesOf(plan, seen, wanted)
  const stopServices = (services: Selection['services'], after: readonly string[]) => {
    for (const { service, container } of services)
      if (isAlive(container))
        plan.add({ verb: 'stop', grace: graceOf(wanted.project, service) }, container.name, 'stop', after)
  }
  stopServices(
    selection.services.filter(({ service }) => service === CADDY),
    [],
  )
  const closed = plan.ids('stop')
  const rotates = seen.caddy.state === 'answering' && closed.length === 0
  for (const { container, index } of selection.instances) {
    if (container.state === 'running' && rotates) instances.stop(index, 'stop')
    else if (isAlive(container))
      plan.add({ verb: 'stop', grace: wanted.app.stopGracePeriod }, container.name, 'stop', closed)
  }
  stopServices(
    selection.services.filter(({ service }) => service !== CADDY),
    plan.ids('stop'),
  )
  return plan.steps
}

/** Starts what was selected and does not run. Pure. */
export function planStart(seen: Observation, wanted: Wanted, selection: Selection): Step[] {
  const plan = new PlanBuilder()
  const up = selection.services.flatMap(({ service, container }) =>
    isAlive(container) ? [] : [startService(plan, wanted, service, container.name, 'start')],
  )
  const instances = instancesOf(plan, seen, wanted)
  for (const { container, index } of selection.instances)
    if (container.state !== 'running') instances.start(index, 'start', up)
  return plan.steps
}

/**
 * Restarts what was selected: services side by side, then the instances in turns so that others serve meanwhile. Caddy is
 * reloaded in its process: a new process would drop what it serves. Pure.
 */
export function planRestart(seen: Observation, wanted: Wanted, selection: Selection): Step[] {
  const plan = new PlanBuilder()
  const up: string[] = []
  for (const { service, container } of selection.services) {
    if (service === CADDY && container.state === 'running') {
      plan.add({ verb: 'reload' }, container.name, 'restart, without a new process')
      continue
    }
    const stopped = isAlive(container)
      ? plan.add({ verb: 'stop', grace: graceOf(wanted.project, service) }, container.name, 'restart')
      : undefined
    up.push(startService(plan, wanted, service, container.name, 'restart', [stopped]))
  }
  const instances = instancesOf(plan, seen, wanted)
  const turns: Turn[] = []
  const back = [...up]
  for (const instance of selection.instances) {
    const { index, container } = instance
    if (container.state === 'running') turns.push({ instance, how: 'restart', cause: 'restart' })
    else {
      const stopped = isAlive(container)
        ? plan.add({ verb: 'stop', grace: wanted.app.stopGracePeriod }, container.name, 'restart')
        : undefined
      back.push(instances.start(index, 'restart', [...up, stopped]))
    }
  }
  const selected = new Set(selection.instances)
  const covered =
    turns.length > 1 || seen.instances.some((other) => !selected.has(other) && other.health === 'healthy')
  const turned = planRollout(instances, turns, spareSlots(seen, wanted), back, covered)
  // A restarted database makes every instance unhealthy for a moment: the command returns when that is over.
  if (up.length > 0 && turned.length === 0)
    for (const { index, container } of seen.instances)
      if (container.state === 'running') instances.admit(index, 'restart', up)
  return plan.steps
}

/** Ways of instances that touch the rotation only when a Caddy that this plan starts or reloads answers. */
function instancesOf(plan: PlanBuilder, seen: Observation, wanted: Wanted): InstancePlans {
  const [answers] = [...plan.ids('wait-answer'), ...plan.ids('reload')]
  return new InstancePlans(plan, wanted, [], [], takeOver(plan, seen, answers))
}

function startService(
  plan: PlanBuilder,
  wanted: Wanted,
  service: string,
  name: string,
  cause: string,
  after: readonly (string | undefined)[] = [],
): string {
  const started = plan.add({ verb: 'start' }, name, cause, after)
  if (service === CADDY)
    return plan.add({ verb: 'wait-answer', port: publicPort(wanted) }, name, cause, [started])
  if (!wanted.project.services[service]?.healthcheck) return started
  return plan.add({ verb: 'wait-healthy', condition: 'healthy' }, name, cause, [started])
}
