import type { Happening } from '../../contract/happenings.ts'
import type { Snapshot } from '../../contract/models.ts'
import type { Docker } from '../docker/gateway.ts'
import { changesBetween } from '../happenings/changes.ts'
import { deathOf } from '../happenings/death.ts'
import { type Standing, standingsOf } from '../happenings/standing.ts'
import { LABELS, parseInstanceLabels } from '../project/labels.ts'
import type { Host } from './host.ts'
import { Hub } from './hub.ts'
import { watchStack } from './watch.ts'

/** What happens to a project's containers from now on, as it is seen. Ends with the signal, or when Docker goes away. */
export async function* watchHappenings(
  host: Host,
  docker: Docker,
  { directory, project }: { directory: string; project: string },
  signal: AbortSignal,
): AsyncGenerator<Happening> {
  const over = new AbortController()
  const until = AbortSignal.any([signal, over.signal])
  const hub = new Hub<Happening>()
  const told = hub.listen(until)
  const deaths = follow(docker.events([`${LABELS.project}=${project}`], until), (event) => {
    const labels = event.kind === 'container' ? parseInstanceLabels(event.labels) : undefined
    if (event.kind !== 'container' || !labels || labels.oneOff) return
    const origin = { service: labels.service, container: event.name, index: labels.number }
    const death = deathOf(event, origin)
    if (death) hub.emit(death)
  })
  let before: readonly Standing[] | undefined
  const changes = follow(watchStack(host, { directory }, until), (snapshot: Snapshot) => {
    const after = standingsOf(snapshot, before)
    if (before) for (const change of changesBetween(before, after, snapshot.at)) hub.emit(change)
    before = after
  })
  try {
    void Promise.all([deaths, changes]).then(() => over.abort())
    yield* told
  } finally {
    over.abort()
    await Promise.all([deaths, changes])
  }
}

/** Goes on until the source ends or fails: then there is nothing more to tell. */
async function follow<T>(source: AsyncIterable<T>, take: (item: T) => void): Promise<void> {
  try {
    for await (const item of source) take(item)
  } catch {
    // Whoever needs Docker itself learns why.
  }
}
