import { ShoalError } from '../../contract/errors.ts'
import type { Stats } from '../../contract/stats.ts'
import type { StreamParams } from '../../contract/streams.ts'
import type { Docker } from '../docker/gateway.ts'
import { LABELS } from '../project/labels.ts'
import { loadProject } from '../project/load.ts'
import { everySecond } from '../stats/every-second.ts'
import { Meter } from '../stats/meter.ts'
import { listMembers } from './containers.ts'
import type { Host } from './host.ts'

/** What every running container of a project uses, once a second, for as long as somebody reads. Throws `engine-lost`. */
export async function* watchStats(
  host: Host,
  { directory }: StreamParams<'stats.watch'>,
  signal: AbortSignal,
): AsyncGenerator<Stats> {
  const { docker } = await host.connect()
  const [{ name }, { cpus, memory }] = await Promise.all([
    loadProject(directory, { environment: host.environment }),
    docker.about(),
  ])
  const over = new AbortController()
  const until = AbortSignal.any([signal, over.signal])
  const meter = new Meter((id, stop) => docker.stats(id, stop))
  const follow = followMembers(docker, name, meter, until)
  try {
    for await (const _tick of everySecond(until, follow))
      yield { at: Date.now(), containers: meter.usage(memory), machine: { cpus, memory } }
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
  meter: Meter,
  signal: AbortSignal,
): Promise<void> {
  for await (const event of docker.events([`${LABELS.project}=${project}`], signal)) {
    if (event.kind === 'disconnected')
      throw new ShoalError(
        'engine-lost',
        'Docker went away; what was shown of its containers is over.',
        'Start Docker again.',
      )
    if (event.kind === 'container' && !CHANGES.has(event.action)) continue
    // A container that was started again counts anew, whatever became of its stream.
    if (event.kind === 'container' && event.action === 'start') meter.drop(event.id)
    const members = await listMembers(docker, project)
    if (signal.aborted) return
    meter.follow(members.filter(({ container }) => USING.has(container.state)))
  }
}

const USING: ReadonlySet<string> = new Set(['running', 'paused'])
const CHANGES: ReadonlySet<string> = new Set(['start', 'die', 'destroy', 'rename'])
