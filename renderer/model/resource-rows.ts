import type { Snapshot } from '../../contract/models.ts'
import type { Stats, Usage, Warning } from '../../contract/stats.ts'
import { instanceColor } from './instance-color.ts'
import { type Phase, phaseOf } from './phase.ts'
import type { PlanRun } from './plan-run.ts'
import { serviceColor } from './service-color.ts'
import { servicePhase } from './service-phase.ts'
import { shortName } from './summary.ts'

/** One container of the project, and what it uses. */
export interface ResourceRow {
  /** The container's name. */
  readonly name: string
  /** As people call it: `app-2`, `caddy`. */
  readonly short: string
  readonly color: string
  /** No instance of the app. */
  readonly service: boolean
  readonly phase: Phase
  /** Null while it does not run, and until its first figures came. */
  readonly usage: Usage | null
  /** What it starves of, if it does. */
  readonly warnings: readonly Warning[]
}

/** Every container that a project has, the instances first. Pure. */
export function resourceRows(
  snapshot: Snapshot,
  stats: Stats | null,
  run: PlanRun | null,
): readonly ResourceRow[] {
  const used = new Map(stats?.containers.map((one) => [one.name, one]))
  const figures = (name: string) => ({
    usage: used.get(name) ?? null,
    warnings: stats?.warnings.filter((warning) => warning.name === name) ?? [],
  })
  const instances = snapshot.instances.map(
    (instance): ResourceRow => ({
      name: instance.name,
      short: shortName(snapshot.project, instance.name),
      color: instanceColor(instance.index),
      service: false,
      phase: phaseOf(instance, run),
      ...figures(instance.name),
    }),
  )
  const others = snapshot.services.filter(({ name }) => name !== 'app')
  const services = others.flatMap((service, place) =>
    service.containers.map(
      ({ name, state }): ResourceRow => ({
        name,
        short: service.containers.length === 1 ? service.name : shortName(snapshot.project, name),
        color: serviceColor(place),
        service: true,
        phase: servicePhase({ state, health: service.health }),
        ...figures(name),
      }),
    ),
  )
  return [...instances, ...services]
}
