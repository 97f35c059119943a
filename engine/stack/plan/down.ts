import type { Container } from '../../docker/gateway.ts'
import { LABELS } from '../../project/labels.ts'
import type { Project } from '../../project/model.ts'
import type { Observation } from '../observe/observation.ts'
import { APP, CADDY } from '../roles.ts'
import { PlanBuilder } from './builder.ts'
import type { Step } from './step.ts'
import { graceOf } from './stopping.ts'

/**
 * Everything of the project, gone: Caddy first, which finishes what is in flight, then the instances, then what they
 * depend on, then networks and, where asked, volumes. Pure.
 */
export function planDown(seen: Observation, project: Project, options: { volumes: boolean }): Step[] {
  const plan = new PlanBuilder()
  const cause = options.volumes ? 'down with volumes' : 'down'
  const removed: string[] = []
  let before: string[] = []
  for (const group of groups(seen, project)) {
    const stopped: string[] = []
    for (const container of group) {
      const stop = planStopOf(plan, container, project, cause, before)
      if (stop) stopped.push(stop)
      removed.push(plan.add({ verb: 'remove' }, container.name, cause, stop ? [stop] : before))
    }
    if (stopped.length > 0) before = stopped
  }
  for (const network of seen.networks) plan.add({ verb: 'remove-network' }, network, cause, removed)
  if (options.volumes)
    for (const volume of seen.volumes) plan.add({ verb: 'remove-volume' }, volume, cause, removed)
  return plan.steps
}

/** Everything of the project stopped, in the same order, and kept. Pure. */
export function planHalt(seen: Observation, project: Project): Step[] {
  const plan = new PlanBuilder()
  let before: string[] = []
  for (const group of groups(seen, project)) {
    const stopped = group.flatMap((container) => planStopOf(plan, container, project, 'stop', before) ?? [])
    if (stopped.length > 0) before = stopped
  }
  return plan.steps
}

/** Containers in the order in which they stop: Caddy, the instances, then dependants before what they depend on. */
function groups(seen: Observation, project: Project): Container[][] {
  const others = Object.keys(seen.services).filter((name) => name !== CADDY)
  const depth = (name: string): number =>
    Math.max(
      0,
      ...Object.keys(project.services[name]?.dependsOn ?? {}).map((dependency) => depth(dependency) + 1),
    )
  const depths = [...new Set(others.map(depth))].sort((a, b) => b - a)
  return [
    [...(seen.services[CADDY] ?? [])],
    seen.instances.map(({ container }) => container),
    ...depths.map((wanted) =>
      others.filter((name) => depth(name) === wanted).flatMap((name) => seen.services[name] ?? []),
    ),
  ].filter((group) => group.length > 0)
}

function planStopOf(
  plan: PlanBuilder,
  container: Container,
  project: Project,
  cause: string,
  after: readonly string[],
): string | undefined {
  if (container.state === 'exited' || container.state === 'created' || container.state === 'dead')
    return undefined
  const grace = graceOf(project, container.labels[LABELS.service] ?? APP)
  return plan.add({ verb: 'stop', grace }, container.name, cause, after)
}
