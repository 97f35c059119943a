import { setTimeout as sleep } from 'node:timers/promises'
import { ShoalError } from '../../contract/errors.ts'
import type { StreamItem } from '../../contract/streams.ts'
import type { Docker } from '../docker/gateway.ts'
import { findEngine } from './find-engine.ts'
import type { Host } from './host.ts'

/** Between two searches while there is no engine. Milliseconds. */
const RETRY = 2_000
/** Between the end of the events and the next look: an engine that is shutting down may answer once more. Milliseconds. */
const PAUSE = 100
/** Nobody carries this label: the events are read only to notice when they end. */
const NOBODY = 'shoal.liveness=watch'

/** Whether Docker can be reached, at once and whenever that or the engine changes. */
export async function* watchEngine(
  host: Host,
  signal: AbortSignal,
): AsyncGenerator<StreamItem<'engine.watch'>> {
  const stopFollowing = host.userSettings.follow()
  let last = ''
  try {
    while (!signal.aborted) {
      const { moved } = host.connector
      const item = await look(host)
      const text = JSON.stringify(item)
      if (text !== last) yield item
      last = text
      const until = AbortSignal.any([signal, moved])
      if (item.state === 'found') await untilGone(host, until)
      else await pause(RETRY, until)
    }
  } finally {
    stopFollowing()
  }
}

async function look(host: Host): Promise<StreamItem<'engine.watch'>> {
  try {
    return { state: 'found', ...(await findEngine(host)) }
  } catch (error) {
    const attempts = [...host.connector.attempts]
    return { state: 'missing', error: ShoalError.from(error).toData(), attempts }
  }
}

async function untilGone(host: Host, signal: AbortSignal): Promise<void> {
  try {
    const { docker, lost } = await host.connector.connect()
    if (!(await eventsEnd(docker, AbortSignal.any([signal, lost])))) return
    await pause(PAUSE, signal)
  } catch {
    // An engine that refuses to tell its events is asked again and again whether it is there.
    await pause(RETRY, signal)
  }
  host.connector.doubt()
}

async function eventsEnd(docker: Docker, signal: AbortSignal): Promise<boolean> {
  for await (const { kind } of docker.events([NOBODY], signal)) if (kind === 'disconnected') return true
  return false
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal, ref: false }).catch(() => {})
}
