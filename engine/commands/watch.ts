import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type ErrorCode, ShoalError } from '../../contract/errors.ts'
import type { Snapshot } from '../../contract/models.ts'
import type { StreamParams } from '../../contract/streams.ts'
import { toSnapshot } from '../stack/snapshot.ts'
import { watch } from '../stack/watch/watch.ts'
import type { Host } from './host.ts'
import { type View, view } from './view.ts'
import { leaseWitness } from './witness.ts'
import { readWork } from './work.ts'

/** The snapshot now, then a new one whenever something in it changed. What happens meanwhile goes into the timeline. */
export async function* watchStack(
  host: Host,
  input: StreamParams<'stack.watch'>,
  signal: AbortSignal,
): AsyncGenerator<Snapshot> {
  const witness = leaseWitness(host, input.directory)
  try {
    for await (const snapshot of watchSnapshots(host, input, signal)) {
      witness.see(snapshot)
      yield snapshot
    }
  } finally {
    witness.release()
  }
}

async function* watchSnapshots(
  host: Host,
  { directory }: StreamParams<'stack.watch'>,
  signal: AbortSignal,
): AsyncGenerator<Snapshot> {
  const connection = await host.connect()
  const { docker, links } = connection
  let files = await stamp(directory)
  let known = await view(host, connection, directory)
  let images = imagesOf(known.seen.instances)
  let last = ''
  const sights = watch(docker, links.of, {
    project: known.project.name,
    interval: host.settings.watchInterval,
    signal,
  })
  for await (const sight of sights) {
    const now = await stamp(directory)
    const seen = { ...sight, networks: known.seen.networks, volumes: known.seen.volumes }
    // Files and images are read again only when they can have changed.
    if (now !== files || imagesOf(sight.instances) !== images) {
      files = now
      images = imagesOf(sight.instances)
      known = await view(host, connection, directory).catch(keepWhileEdited(known))
    }
    const snapshot = toSnapshot(seen, known.wanted, await docker.about(), await readWork(directory))
    const text = JSON.stringify({ ...snapshot, at: 0 })
    if (text !== last) yield snapshot
    last = text
  }
}

/** A file that is malformed at the moment is being edited: what it said before is shown until it is whole again. */
function keepWhileEdited(known: View): (error: unknown) => View {
  const edited: readonly ErrorCode[] = [
    'project-invalid',
    'env-invalid',
    'caddyfile-invalid',
    'project-not-found',
  ]
  return (error) => {
    if (error instanceof ShoalError && edited.includes(error.code)) return known
    throw error
  }
}

function imagesOf(instances: View['seen']['instances']): string {
  return [...new Set(instances.map(({ container }) => container.imageId))].join()
}

/** Changes when one of the project's files does. */
async function stamp(directory: string): Promise<string> {
  const names = ['compose.yaml', 'compose.override.yaml', '.env', 'Caddyfile']
  const times = await Promise.all(
    names.map((name) =>
      stat(join(directory, name)).then(
        ({ mtimeMs, size }) => `${mtimeMs}/${size}`,
        () => '',
      ),
    ),
  )
  return times.join()
}
