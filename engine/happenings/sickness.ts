import type { Snapshot } from '../../contract/models.ts'
import type { TimelineEntry } from '../../contract/timeline.ts'
import { factOf, type Subject } from './fact.ts'
import type { OwnerOf } from './owner.ts'

/** Whoever runs, and how it is. */
export interface Patient {
  readonly subject: Subject
  readonly health: 'healthy' | 'unhealthy'
  readonly reason: string
}

/** The number at the end of a container's name. */
const INDEX = /-(\d+)$/
const APP = 'app'

/** Everything in a snapshot of which it is known whether it is healthy. Pure. */
export function patientsOf({ instances, services }: Snapshot): Patient[] {
  const app = instances.map(({ name, index, health, reason }) => ({
    subject: { name, service: APP, index },
    health,
    reason,
  }))
  const others = services.flatMap(({ name: service, health, containers }) => {
    const first = containers.find(({ state }) => state === 'running')
    if (service === APP || !first) return []
    const index = Number(INDEX.exec(first.name)?.[1] ?? 1)
    return [{ subject: { name: first.name, service, index }, health, reason: '' }]
  })
  return [...app, ...others].flatMap(({ subject, health, reason }): Patient[] =>
    health === 'healthy' || health === 'unhealthy' ? [{ subject, health, reason }] : [],
  )
}

/**
 * Who got sick or well since the entries were told. Whoever a command acts on is left to it. Pure.
 * @param sickSince when each that is sick was first seen so, by name. Milliseconds since the epoch
 */
export function sicknessOf(
  patients: readonly Patient[],
  entries: readonly TimelineEntry[],
  {
    ownerOf,
    sickSince,
    now,
  }: {
    readonly ownerOf: OwnerOf
    readonly sickSince: ReadonlyMap<string, number>
    readonly now: number
  },
): TimelineEntry[] {
  return patients.flatMap(({ subject, health, reason }): TimelineEntry[] => {
    const last = entries.findLast(
      ({ kind, container }) => kind === 'health' && container?.name === subject.name,
    )
    const wasSick = last?.outcome === 'failed'
    const at = sickSince.get(subject.name) ?? now
    if (wasSick === (health === 'unhealthy') || ownerOf(subject.name, now) !== 'other') return []
    const fact = {
      id: `${subject.name} ${health} ${at}`,
      kind: 'health' as const,
      at,
      cause: 'health-check' as const,
    }
    if (health === 'unhealthy')
      return [factOf(subject, `became unhealthy${reason ? `: ${reason}` : ''}`, { ...fact, broke: true })]
    return [factOf(subject, 'is healthy again', { ...fact, took: last ? at - last.at : null })]
  })
}
