import { ShoalError } from '../../contract/errors.ts'
import type { Stats } from '../../contract/stats.ts'
import type { StreamParams } from '../../contract/streams.ts'
import type { ContainerEvent, Docker } from '../docker/gateway.ts'
import { LABELS, parseInstanceLabels } from '../project/labels.ts'
import { loadProject } from '../project/load.ts'
import { addUp } from '../stats/add-up.ts'
import { everySecond } from '../stats/every-second.ts'
import { Meter } from '../stats/meter.ts'
import { OutOfMemory } from '../stats/out-of-memory.ts'
import { Starving } from '../stats/starving.ts'
import { listMembers } from './containers.ts'
import type { Host } from './host.ts'

/** The first item waits so long for the containers that have told nothing yet. Milliseconds. */
const PATIENCE = 3_000

/**
 * What every running container of a project uses, once a second, for as long as somebody reads. All who watch a project
 * share one stream of each container. Throws `engine-lost`.
 */
export async function* watchStats(
  host: Host,
  { directory }: StreamParams<'stats.watch'>,
  signal: AbortSignal,
): AsyncGenerator<Stats> {
  const { docker } = await host.connect()
  const { name } = await loadProject(directory, { environment: host.environment })
  yield* host.slot(directory).stats.read(docker, (until) => measureProject(docker, name, until), signal)
}

interface Watched {
  readonly meter: Meter
  readonly killed: OutOfMemory
  /** Memory limits by container; those of containers that are gone are kept while a death is told of. */
  readonly limits: Map<string, number>
  /** Whether the containers were listed at least once. */
  listed: boolean
}

async function* measureProject(docker: Docker, project: string, signal: AbortSignal): AsyncGenerator<Stats> {
  const { cpus, memory } = await docker.about()
  const machine = { cpus, memory }
  const over = new AbortController()
  const until = AbortSignal.any([signal, over.signal])
  const meter = new Meter((id, stop) => docker.stats(id, stop))
  const watched: Watched = { meter, killed: new OutOfMemory(), limits: new Map(), listed: false }
  const starving = new Starving()
  const follow = followMembers(docker, project, watched, until)
  const began = Date.now()
  let told = false
  try {
    for await (const _tick of everySecond(until, follow)) {
      const at = Date.now()
      told ||= (watched.listed && meter.complete) || at - began > PATIENCE
      if (!told) continue
      const measured = meter.measured(machine)
      const containers = measured.map(({ usage }) => usage)
      for (const { name, memoryLimit } of containers)
        if (memoryLimit < memory) watched.limits.set(name, memoryLimit)
      const total = addUp(containers)
      const warnings = [
        ...starving.look(project, measured, total, machine, at),
        ...watched.killed.warnings(at, watched.limits),
      ].sort((a, b) => a.since - b.since)
      yield { at, containers, total, machine, warnings }
    }
  } finally {
    over.abort()
    meter.close()
    await follow.catch(() => {})
  }
}

/** Keeps the meter on the containers that run now. Throws when the engine goes away. */
async function followMembers(
  docker: Docker,
  project: string,
  watched: Watched,
  signal: AbortSignal,
): Promise<void> {
  const labels = [`${LABELS.project}=${project}`]
  for await (const event of docker.events(labels, signal)) {
    if (event.kind === 'disconnected')
      throw new ShoalError(
        'engine-lost',
        'Docker went away; what was shown of its containers is over.',
        'Start Docker again.',
      )
    if (event.kind === 'container') {
      noteDeath(watched.killed, event)
      if (!CHANGES.has(event.action)) continue
      // A container that was started again counts anew, whatever became of its stream.
      if (event.action === 'start') watched.meter.drop(event.id)
    } else for (const past of await docker.pastEvents(labels)) noteDeath(watched.killed, past)
    const members = await listMembers(docker, project)
    if (signal.aborted) return
    watched.killed.stands(
      members.map(({ container, ...who }) => ({
        ...who,
        oomKilled: container.oomKilled,
        running: USING.has(container.state),
        ...(container.finishedAt === undefined ? {} : { finishedAt: container.finishedAt }),
      })),
      Date.now(),
    )
    watched.meter.follow(
      members
        .filter(({ container }) => USING.has(container.state))
        .map(({ container, ...who }) => ({ ...who, cpus: container.cpus })),
    )
    watched.listed = true
  }
}

function noteDeath(killed: OutOfMemory, event: ContainerEvent): void {
  const labels = parseInstanceLabels(event.labels)
  if (labels && !labels.oneOff) killed.happened({ ...event, service: labels.service, index: labels.number })
}

const USING: ReadonlySet<string> = new Set(['running', 'paused'])
const CHANGES: ReadonlySet<string> = new Set(['start', 'die', 'destroy', 'rename'])
