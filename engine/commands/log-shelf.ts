import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SharedLogs } from '../logs/shared-logs.ts'
import { loadProject } from '../project/load.ts'
import { watchHappenings } from './happenings.ts'
import type { Connection, Host } from './host.ts'
import { findKnownSources, watchSources } from './log-sources.ts'

/** Milliseconds for which the lines are kept after the last reader left: who comes back finds them as they were. */
const KEPT = 120_000

/** Milliseconds before Docker is asked again for what happens, after it went away. */
const AGAIN = 1_000

interface Kept {
  readonly connection: Connection
  readonly logs: Promise<SharedLogs>
  readonly end: AbortController
  readers: number
  timer?: NodeJS.Timeout
}

/** The rings of lines of one engine process, one for each project that somebody looks at. */
export class LogShelf {
  readonly #kept = new Map<string, Kept>()

  /** Hands a project's lines to a reader; they are kept until a while after the last reader is done. */
  async *use<T>(
    host: Host,
    directory: string,
    read: (logs: SharedLogs, project: string) => AsyncIterable<T>,
  ): AsyncGenerator<T, void, undefined> {
    const connection = await host.connect()
    const { name } = await loadProject(directory, { environment: host.environment })
    const key = `${resolve(directory)} ${name}`
    const kept = await this.#take(key, host, connection, directory, name)
    kept.readers++
    clearTimeout(kept.timer)
    try {
      yield* read(await kept.logs, name)
    } finally {
      kept.readers--
      if (kept.readers === 0) kept.timer = setTimeout(() => this.#drop(key, kept), KEPT).unref()
    }
  }

  close(): void {
    for (const [key, kept] of this.#kept) this.#drop(key, kept)
  }

  async #take(
    key: string,
    host: Host,
    connection: Connection,
    directory: string,
    project: string,
  ): Promise<Kept> {
    const known = this.#kept.get(key)
    const logs = await known?.logs.catch(() => undefined)
    if (known && logs && !logs.failed && known.connection === connection) return known
    if (known && this.#kept.get(key) === known) this.#drop(key, known)
    const other = this.#kept.get(key)
    if (other) return other
    const end = new AbortController()
    const kept: Kept = {
      connection,
      logs: begin(host, connection, { directory, project }, end.signal),
      end,
      readers: 0,
    }
    kept.logs.catch(() => {})
    this.#kept.set(key, kept)
    connection.lost.addEventListener('abort', () => this.#drop(key, kept), { signal: end.signal })
    return kept
  }

  #drop(key: string, kept: Kept): void {
    if (this.#kept.get(key) === kept) this.#kept.delete(key)
    clearTimeout(kept.timer)
    kept.end.abort()
    void kept.logs.then((logs) => logs.close()).catch(() => {})
  }
}

/** Begins to read, and to note what happens. */
async function begin(
  host: Host,
  { docker }: Connection,
  { directory, project }: { directory: string; project: string },
  signal: AbortSignal,
): Promise<SharedLogs> {
  const logs = new SharedLogs(docker, await findKnownSources(docker, project, []), {
    watchSources: (until) => watchSources(docker, project, [], AbortSignal.any([until, signal])),
  })
  void (async () => {
    // Docker may go away and come back.
    while (!signal.aborted) {
      for await (const one of watchHappenings(host, docker, { directory, project }, signal))
        logs.happened(one)
      await sleep(AGAIN, undefined, { signal, ref: false }).catch(() => {})
    }
  })()
  return logs
}
