import { randomUUID } from 'node:crypto'
import { ShoalError } from '../../contract/errors.ts'
import type { StreamFeed, StreamItem, StreamParams } from '../../contract/streams.ts'
import type { ExecSession } from '../docker/gateway.ts'
import { matchNames } from '../names/match.ts'
import { loadProject } from '../project/load.ts'
import { listMembers, type Member } from './containers.ts'
import { hangUp, TERMINAL } from './hang-up.ts'
import type { Host } from './host.ts'
import { mergeOutput } from './merge-output.ts'

/**
 * Runs a command in a container: a service's (the first instance of the app), an instance's, or one by name. One in a
 * terminal gets a hangup when nobody reads it any more.
 * Throws `unknown-name` and `exec-failed`.
 */
export async function* execIn(
  host: Host,
  input: StreamParams<'exec.run'>,
  feed: AsyncIterable<StreamFeed<'exec.run'>> | undefined,
  signal: AbortSignal,
): AsyncGenerator<StreamItem<'exec.run'>> {
  const { docker } = await host.connect()
  const { name } = await loadProject(input.directory, { environment: host.environment })
  const members = matchNames([input.name], await listMembers(docker, name), name)
  const { container } = running(members, input.name)
  const terminal = randomUUID()
  const session = await docker.exec(container.id, input.command, {
    tty: input.tty,
    stdin: input.stdin,
    ...(input.tty ? { env: { [TERMINAL]: terminal } } : {}),
    ...(input.size ? { size: input.size } : {}),
  })
  const close = () => session.close()
  let exited = false
  signal.addEventListener('abort', close, { once: true })
  try {
    if (feed) pump(feed, session)
    yield* mergeOutput(session)
    if (signal.aborted) return
    const code = await session.exit
    exited = true
    yield { kind: 'exit', code }
  } catch (error) {
    // The abort closed the streams in the middle of what they carried.
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', close)
    session.close()
    if (input.tty && !exited) void hangUp(docker, container.id, terminal)
  }
}

function running(members: readonly Member[], name: string): Member {
  const found = members.find(({ container }) => container.state === 'running')
  if (found) return found
  throw new ShoalError(
    'exec-failed',
    `${name} does not run, so nothing can be run in it.`,
    `Start it: shoal start ${name}`,
  )
}

/** Passes input and window sizes on until the feed ends. A feed that breaks off ends the session. */
async function pump(feed: AsyncIterable<StreamFeed<'exec.run'>>, session: ExecSession): Promise<void> {
  try {
    for await (const item of feed) {
      if (item.kind === 'resize') await session.resize(item.size)
      else if (item.kind === 'end') session.stream.end()
      else if (!session.stream.write(item.data))
        await new Promise((resolve) => session.stream.once('drain', resolve))
    }
    session.stream.end()
  } catch {
    session.close()
  }
}
