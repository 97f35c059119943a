import type { Instance, Snapshot } from '../../contract/models.ts'

/** How one container of a project stands. What is not known of a service's container is left out. */
export interface Standing
  extends Pick<Instance, 'id' | 'name' | 'index' | 'state'>,
    Partial<
      Pick<Instance, 'health' | 'reason' | 'inRotation' | 'startedAt' | 'restarts' | 'maximumRestarts'>
    > {
  readonly service: string
}

/** The number at the end of a container's name. */
const INDEX = /-(\d+)$/

/**
 * How the containers of a snapshot stand. What Caddy cannot say at the moment is as it was before, so that a Caddy that is
 * silent for a while makes nobody sick. Pure.
 * @param before the standings of the snapshot before
 */
export function standingsOf({ instances, services }: Snapshot, before: readonly Standing[] = []): Standing[] {
  const app = instances.map((instance): Standing => {
    const known = before.find(({ id }) => id === instance.id)
    const silent = instance.state === 'running' && instance.health === 'unknown'
    if (!silent || known?.state !== 'running') return { ...instance, service: APP }
    return { ...known, restarts: instance.restarts, startedAt: instance.startedAt }
  })
  const others = services
    .filter(({ name }) => name !== APP)
    .flatMap(({ name, containers }) =>
      containers.map((container) => ({
        ...container,
        service: name,
        index: Number(INDEX.exec(container.name)?.[1] ?? 1),
      })),
    )
  return [...app, ...others]
}

/** The service of a snapshot's instances. */
const APP = 'app'
