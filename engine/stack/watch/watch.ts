import { setTimeout as sleep } from 'node:timers/promises'
import { ShoalError } from '../../../contract/errors.ts'
import type { Container, Docker } from '../../docker/gateway.ts'
import { LABELS } from '../../project/labels.ts'
import type { Observation } from '../observe/observation.ts'
import { type Links, observeContainers } from '../observe/observe.ts'
import { Alarm } from './alarm.ts'
import { carryOver } from './carry-over.ts'

/** Events come in bursts (kill, die, stop, start): one look serves a burst. Milliseconds. */
const SETTLE = 25

/** How long Caddy may take before what Docker says is shown without it. Milliseconds. */
const PATIENCE = 150

export interface WatchOptions {
  readonly project: string
  /** Milliseconds between two looks at health and requests in flight; an event makes one happen at once. */
  readonly interval: number
  readonly signal: AbortSignal
}

/** What changes from second to second; networks and volumes are not looked at. */
export type Sight = Omit<Observation, 'networks' | 'volumes'>

/**
 * Looks again and again, for as long as somebody watches. Containers are listed only after an event of Docker's; health
 * and requests in flight are asked over the open tunnels. Where Caddy or an instance is slow to answer, what Docker says is
 * shown first, and what happens meanwhile does not wait for the answer. Throws `engine-lost` when Docker goes away.
 */
export async function* watch(docker: Docker, links: Links, options: WatchOptions): AsyncGenerator<Sight> {
  const label = `${LABELS.project}=${options.project}`
  const stop = new AbortController()
  const signal = AbortSignal.any([options.signal, stop.signal])
  const alarm = new Alarm(signal)
  const events = follow(docker, label, signal, alarm)
  let containers: Container[] = []
  let known: Sight | undefined
  try {
    while (!options.signal.aborted) {
      if (alarm.takeStale()) containers = await docker.listContainers([label])
      if (alarm.lost) throw lost()
      const question = new AbortController()
      const look = observeContainers(links, containers, question.signal)
      let sight = await Promise.race([look, rest(PATIENCE)])
      if (!sight) {
        yield carryOver(await observeContainers(undefined, containers), known)
        sight = await Promise.race([look, alarm.next()])
      }
      question.abort()
      if (sight) {
        known = sight
        yield sight
      }
      await alarm.wait(options.interval, SETTLE)
    }
  } finally {
    stop.abort()
    await events
  }
}

async function rest(time: number): Promise<undefined> {
  await sleep(time, undefined, { ref: false })
}

async function follow(docker: Docker, label: string, signal: AbortSignal, alarm: Alarm): Promise<void> {
  try {
    for await (const event of docker.events([label], signal)) {
      if (event.kind === 'disconnected') alarm.lose()
      else alarm.ring()
    }
  } catch {
    alarm.lose()
  }
}

function lost(): ShoalError {
  return new ShoalError(
    'engine-lost',
    'Docker went away; what Shoal last saw of the stack may be out of date.',
    'Start Docker again.',
  )
}
