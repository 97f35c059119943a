import type { CallParams } from '../../contract/calls.ts'
import type { Database } from '../../contract/database.ts'
import { ShoalError } from '../../contract/errors.ts'
import type { StreamParams } from '../../contract/streams.ts'
import type { Docker } from '../docker/gateway.ts'
import { LABELS } from '../project/labels.ts'
import { loadProject } from '../project/load.ts'
import { APP } from '../stack/roles.ts'
import { Bell } from './bell.ts'
import type { Host } from './host.ts'
import { DatabaseLook } from './look-at-database.ts'

export { POOL_HINT, tooMany } from '../database/warnings.ts'

/** Between two looks, and between two that something asks for at once. Milliseconds. */
const INTERVAL = 2_000
const SHORTEST = 250
/** Files and environment are read again at least this often. Milliseconds. */
const STALE = 10_000

/** How the project's PostgreSQL is now. */
export async function readDatabase(
  host: Host,
  { directory }: CallParams<'database.status'>,
): Promise<Database> {
  const { docker } = await host.connect()
  const look = new DatabaseLook(host, docker, directory)
  try {
    return await look.see()
  } finally {
    look.close()
  }
}

/**
 * How the project's PostgreSQL is, every two seconds and at once when its containers change, for as long as somebody reads.
 * All who watch a project share one psql. Throws `engine-lost`.
 */
export async function* watchDatabase(
  host: Host,
  { directory }: StreamParams<'database.watch'>,
  signal: AbortSignal,
): AsyncGenerator<Database> {
  const { docker } = await host.connect()
  const { name } = await loadProject(directory, { environment: host.environment })
  const start = (until: AbortSignal) => lookAgain(host, docker, directory, name, until)
  yield* host.slot(directory).database.read(docker, start, signal)
}

async function* lookAgain(
  host: Host,
  docker: Docker,
  directory: string,
  project: string,
  signal: AbortSignal,
): AsyncGenerator<Database> {
  const over = new AbortController()
  const until = AbortSignal.any([signal, over.signal])
  const bell = new Bell(until)
  const look = new DatabaseLook(host, docker, directory, () => bell.ring())
  const listening = listen(docker, project, until, () => {
    look.forget()
    bell.ring()
  })
  listening.catch((error: unknown) => bell.fail(error))
  let read = Date.now()
  try {
    while (!until.aborted) {
      if (Date.now() - read > STALE) {
        look.forget()
        read = Date.now()
      }
      const seen = await look.see()
      if (until.aborted) return
      yield seen
      await bell.wait(SHORTEST, INTERVAL)
    }
  } finally {
    over.abort()
    look.close()
    await listening.catch(() => {})
  }
}

/** Calls back whenever a container of the project changed. Throws when the engine goes away. */
async function listen(
  docker: Docker,
  project: string,
  signal: AbortSignal,
  onChange: () => void,
): Promise<void> {
  for await (const event of docker.events([`${LABELS.project}=${project}`], signal)) {
    if (event.kind === 'disconnected')
      throw new ShoalError(
        'engine-lost',
        'Docker went away; what was shown of the database is over.',
        'Start Docker again.',
      )
    // An instance's health is no matter of its connections, and its probes would ask all the time.
    if (event.kind === 'container' && event.action === 'health_status') {
      if (event.labels[LABELS.service] !== APP) onChange()
    } else if (event.kind === 'container') onChange()
  }
}
