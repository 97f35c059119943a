import type { Container } from '../../docker/gateway.ts'
import { parseInstanceLabels } from '../../project/labels.ts'
import { containerName } from '../../project/names.ts'
import type { Observation } from '../observe/observation.ts'
import { CADDY } from '../roles.ts'
import type { Wanted } from '../want/wanted.ts'
import type { PlanBuilder } from './builder.ts'
import type { Prerequisites } from './resources.ts'
import { dependencySteps, driftOf, planRemoval, type Ready } from './services.ts'

/**
 * Caddy: created, started, reloaded or handed over. A new public port is answered by a second Caddy before the first one
 * goes; every other change needs the same port, so the next container is ready when the first one lets go of it.
 * Returns the id of the step after which Caddy answers, undefined when it does already.
 */
export function planCaddy(
  plan: PlanBuilder,
  seen: Observation,
  wanted: Wanted,
  cause: string,
  needs: Prerequisites,
  ready: Ready,
  reload: boolean,
): string | undefined {
  const service = wanted.caddy
  const all = seen.services[CADDY] ?? []
  const serving = seen.caddy.container ?? all[0]
  const stale = all.filter(({ id }) => id !== serving?.id)
  for (const extra of stale) planRemoval(plan, extra, service, 'one Caddy is enough')

  const port = publicPort(wanted)
  const dependencies = dependencySteps(service, ready)
  const create = (reason: string) => {
    const index = freeIndex(all)
    const name = containerName(wanted.project.name, CADDY, index)
    return {
      name,
      created: plan.add({ verb: 'create', service: CADDY, index }, name, reason, needs[CADDY] ?? []),
    }
  }
  const answer = (name: string, reason: string, after: (string | undefined)[]) =>
    plan.add({ verb: 'wait-answer', port }, name, reason, after)

  if (!serving) {
    const { name, created } = create(cause)
    return answer(name, cause, [plan.add({ verb: 'start' }, name, cause, [created, ...dependencies])])
  }
  const drift = driftOf(serving, wanted, CADDY)
  if (drift.length > 0) {
    const reason = drift.join('; ')
    const { name, created } = create(reason)
    if (publishedPort(serving) !== port || serving.state !== 'running') {
      const started = plan.add({ verb: 'start' }, name, reason, [created, ...dependencies])
      const answers = answer(name, reason, [started])
      planRemoval(plan, serving, service, reason, [answers])
      return answers
    }
    const freed = plan.add({ verb: 'stop', grace: service.stopGracePeriod }, serving.name, reason, [created])
    const answers = answer(name, reason, [
      plan.add({ verb: 'start' }, name, reason, [freed, ...dependencies]),
    ])
    plan.add({ verb: 'remove' }, serving.name, reason, [answers])
    return answers
  }
  if (serving.state !== 'running') {
    const reason = `it is ${serving.state}`
    return answer(serving.name, reason, [plan.add({ verb: 'start' }, serving.name, reason, dependencies)])
  }
  if (reload) return plan.add({ verb: 'reload' }, serving.name, 'Caddyfile changed')
  if (seen.caddy.state === 'silent') return answer(serving.name, 'it does not answer yet', [])
  return undefined
}

/** The public port that the project asks for; null when Caddy publishes none. */
export function publicPort(wanted: Pick<Wanted, 'caddy'>): number | null {
  return wanted.caddy.ports[0]?.published ?? null
}

/** The public port of a Caddy container; null when it publishes none. */
export function publishedPort(container: Container): number | null {
  return container.ports[0]?.published ?? null
}

function freeIndex(containers: readonly Container[]): number {
  const taken = new Set(containers.map(({ labels }) => parseInstanceLabels(labels)?.number))
  let index = 1
  while (taken.has(index)) index += 1
  return index
}
