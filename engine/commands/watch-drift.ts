import { join } from 'node:path'
import type { Drift } from '../../contract/drift.ts'
import { ShoalError } from '../../contract/errors.ts'
import type { StreamParams } from '../../contract/streams.ts'
import { watchFile } from '../files/watch-file.ts'
import { LABELS } from '../project/labels.ts'
import { loadProject } from '../project/load.ts'
import { Bell } from './bell.ts'
import { findDrift } from './drift.ts'
import type { Connection, Host } from './host.ts'
import { readWork } from './work.ts'

/** Milliseconds: a burst of events, or of writes, is one look; while a command runs its end is looked for this often. */
const SHORTEST = 300
const WORKING = 500
/** Nothing changes without a sign, so this is only for what gives none, such as an image that was tagged anew. Milliseconds. */
const LONGEST = 30_000

const FILES = [
  'compose.yaml',
  'compose.override.yaml',
  'compose.yml',
  'docker-compose.yml',
  '.env',
  'Caddyfile',
]
const CHANGES: ReadonlySet<string> = new Set(['create', 'start', 'die', 'destroy'])

/**
 * Whether what runs is what the files say: at once, and whenever that changed, be it by an editor, by Docker or by Shoal. While a
 * command runs nothing is said, since the two differ until it has ended.
 */
export async function* watchDrift(
  host: Host,
  { directory }: StreamParams<'stack.drift'>,
  signal: AbortSignal,
): AsyncGenerator<Drift> {
  const connection = await host.connect()
  const { name, files } = await loadProject(directory, { environment: host.environment })
  const over = new AbortController()
  const until = AbortSignal.any([signal, over.signal])
  const bell = new Bell(until)
  const paths = new Set([...FILES.map((file) => join(directory, file)), ...files])
  const watches = [...paths].map((path) => watchFile(path, () => bell.ring()))
  void followEvents(connection, name, bell, until)
  try {
    let last = ''
    while (!signal.aborted) {
      const working = (await readWork(directory)) !== null
      const drift = working ? undefined : await lookAgain(host, connection, directory)
      const text = JSON.stringify(drift)
      if (drift && text !== last) yield drift
      if (drift) last = text
      await bell.wait(SHORTEST, drift ? LONGEST : WORKING)
    }
  } finally {
    over.abort()
    for (const unwatch of watches) unwatch()
  }
}

/** Undefined when Caddy could not be asked just then, or a command began meanwhile. */
async function lookAgain(host: Host, connection: Connection, directory: string): Promise<Drift | undefined> {
  try {
    const drift = await findDrift(host, connection, directory)
    return (await readWork(directory)) === null ? drift : undefined
  } catch (thrown) {
    const error = ShoalError.from(thrown)
    if (error.code === 'caddy-unreachable') return undefined
    throw error
  }
}

async function followEvents(
  { docker }: Connection,
  project: string,
  bell: Bell,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const event of docker.events([`${LABELS.project}=${project}`], signal)) {
      if (event.kind === 'disconnected')
        throw new ShoalError('engine-lost', 'Docker went away; nothing was changed.', 'Start Docker again.')
      if (event.kind === 'connected' || CHANGES.has(event.action)) bell.ring()
    }
  } catch (error) {
    if (!signal.aborted) bell.fail(error)
  }
}
