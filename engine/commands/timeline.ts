import { basename } from 'node:path'
import type { CallOutput, CallParams } from '../../contract/calls.ts'
import type { StreamItem, StreamParams } from '../../contract/streams.ts'
import type { TimelineEntry } from '../../contract/timeline.ts'
import { watchFile } from '../files/watch-file.ts'
import { LABELS } from '../project/labels.ts'
import { loadProject } from '../project/load.ts'
import { readTimeline, timelinePath } from '../timeline/file.ts'
import type { Host } from './host.ts'
import { noteNews, runningOf } from './note-news.ts'
import { leaseWitness } from './witness.ts'

/** Milliseconds between two looks at a command that runs: it may be killed, which no file tells. */
const LOOK = 2_000

/** What happened in the project, newest first; what Docker knows of it that nobody saw is added first. */
export async function listTimeline(
  host: Host,
  { directory, limit, before = Number.POSITIVE_INFINITY }: CallParams<'timeline.list'>,
): Promise<CallOutput<'timeline.list'>> {
  await catchUp(host, directory)
  const entries = (await readEnded(directory)).filter(({ at }) => at < before)
  return { entries: entries.slice(-limit).reverse() }
}

/** All that is kept of it. */
export async function exportTimeline(
  host: Host,
  { directory }: CallParams<'timeline.export'>,
): Promise<CallOutput<'timeline.export'>> {
  await catchUp(host, directory)
  return { project: basename(directory), exportedAt: Date.now(), entries: await readEnded(directory) }
}

/** What happened in the project and what happens, whoever wrote it down. */
export async function* watchTimeline(
  host: Host,
  { directory, limit }: StreamParams<'timeline.watch'>,
  signal: AbortSignal,
): AsyncGenerator<StreamItem<'timeline.watch'>> {
  const lease = leaseWitness(host, directory)
  let wake = () => {}
  let changed = false
  const ring = () => {
    changed = true
    wake()
  }
  const unwatch = watchFile(timelinePath(directory), ring)
  const timer = setInterval(ring, LOOK).unref()
  signal.addEventListener('abort', ring, { once: true })
  try {
    let known = new Map<string, string>()
    let first = true
    while (!signal.aborted) {
      changed = false
      const entries = await readEnded(directory)
      const now = new Map(entries.map((entry) => [entry.id, JSON.stringify(entry)]))
      const fresh = first
        ? entries.slice(entries.length - limit)
        : entries.filter(({ id }) => known.get(id) !== now.get(id))
      if (first || fresh.length > 0) yield { entries: fresh }
      known = now
      first = false
      if (!changed && !signal.aborted)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    clearInterval(timer)
    unwatch()
    lease.release()
  }
}

/** Everything but the command that runs. */
async function readEnded(directory: string): Promise<TimelineEntry[]> {
  const known = await readTimeline(directory)
  const running = await runningOf(directory, known)
  return known.entries.filter(({ id }) => id !== running?.id)
}

/** Adds what Docker can tell of the time when nobody watched. What it cannot tell now it tells the next who asks. */
async function catchUp(host: Host, directory: string): Promise<void> {
  if (host.slot(directory).witness) return
  try {
    const [{ docker }, { name }] = await Promise.all([
      host.connect(),
      loadProject(directory, { environment: host.environment }),
    ])
    const labels = [`${LABELS.project}=${name}`]
    const [containers, events] = await Promise.all([docker.listContainers(labels), docker.pastEvents(labels)])
    await noteNews(directory, { events, containers, aftermath: true })
  } catch {
    // The timeline is shown as far as it is known.
  }
}
