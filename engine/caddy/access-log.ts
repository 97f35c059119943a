import { setTimeout as sleep } from 'node:timers/promises'
import { ShoalError } from '../../contract/errors.ts'
import type { Docker, ExecSession, LogEntry, LogOptions } from '../docker/gateway.ts'
import { parseAccessEntry } from './access-entry.ts'
import { accessScript, MARK } from './access-script.ts'

/** Where the bundled Caddyfile has the access log written. */
export const DIRECTORY = '/var/log/caddy'
/** Milliseconds between two looks at a followed log. Lines come in batches, so a busy log costs little more than a quiet one. */
const INTERVAL = 50

export interface AccessLogOptions extends LogOptions {
  readonly directory?: string
  readonly interval?: number
}

/**
 * The access log of a Caddy container, which lies in a file there (docs/adr/0009-access-log.md), as a log like
 * Docker's: history, then with `follow` what comes, until the container stops. Rotation loses and doubles nothing. A slow
 * reader is waited for. A container that does not run has no lines to give. The process in the container is ended on
 * every way out.
 * Throws `cancelled` with the signal and `engine-lost`.
 */
export async function* readAccessLog(
  docker: Pick<Docker, 'exec'>,
  container: string,
  { directory = DIRECTORY, interval = INTERVAL, ...options }: AccessLogOptions,
): AsyncGenerator<LogEntry> {
  const { follow, tail, since = 0, signal } = options
  const session = await startReading(docker, container, accessScript(directory, { follow, tail }))
  if (session === undefined) return
  const { stream } = session
  const close = () => session.close()
  signal?.addEventListener('abort', close, { once: true })
  try {
    if (signal?.aborted) close()
    const look = () => stream.write('\n')
    if (follow) look()
    // What Caddy was writing just then: the mark stands in the middle of a line.
    let torn = ''
    for await (const line of linesOf(stream)) {
      if (line.endsWith(MARK)) {
        torn += line.slice(0, -MARK.length)
        void sleep(interval, undefined, { ref: false }).then(() => !stream.destroyed && look())
      } else {
        const entry = parseAccessEntry(torn + line)
        torn = ''
        if (entry.time >= since) yield entry
      }
    }
  } catch (error) {
    if (signal?.aborted)
      throw new ShoalError('cancelled', 'Reading the access log was cancelled; nothing was changed.')
    throw ShoalError.from(error)
  } finally {
    signal?.removeEventListener('abort', close)
    close()
  }
}

/** Runs a script in a container; undefined when the container does not run. */
export async function startReading(
  docker: Pick<Docker, 'exec'>,
  container: string,
  script: string,
): Promise<ExecSession | undefined> {
  try {
    const session = await docker.exec(container, ['sh', '-c', script], { stdin: true })
    session.stderr.resume()
    session.exit.catch(() => {})
    return session
  } catch (error) {
    if (error instanceof ShoalError && error.code === 'container-failed') return undefined
    throw error
  }
}

async function* linesOf(stream: ExecSession['stream']): AsyncGenerator<string> {
  let rest = ''
  stream.setEncoding('utf8')
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
