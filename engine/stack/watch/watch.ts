import { setTimeout as sleep } from 'node:timers/promises'
import { ShoalError } from '../../../contract/errors.ts'
import type { Container, Docker } from '../../docker/gateway.ts'
import { LABELS } from '../../project/labels.ts'
import type { Sight } from '../observe/observation.ts'
import { type Links, observeContainers } from '../observe/observe.ts'
import { Alarm } from './alarm.ts'
import { carryOver } from './carry-over.ts'
import { Deaths } from './deaths.ts'

/** Events come in bursts (kill, die, stop, start): one look serves a burst. Milliseconds. */
const SETTLE = 25

/** How long Caddy may take at the first look before what Docker says is shown without it. Milliseconds. */
const PATIENCE = 150

export interface WatchOptions {
  readonly project: string
  /** Milliseconds between two looks at health and requests in flight; an event makes one happen at once. */
  readonly interval: number
  readonly signal: AbortSignal
}

/**
 * Looks again and again, for as long as somebody watches. Containers are listed only after an event of Docker's; health
 * and requests in flight are asked over the open tunnels. That a container came, changed or went is shown before Caddy has
 * said anything of it, and what happens meanwhile does not wait for Caddy's answer. Throws `engine-lost` when Docker goes
 * away.
 */
export async function* watch(docker: Docker, links: Links, options: WatchOptions): AsyncGenerator<Sight> {
  const label = `${LABELS.project}=${options.project}`
  const stop = new AbortController()
  const signal = AbortSignal.any([options.signal, stop.signal])
  const alarm = new Alarm(signal)
  const deaths = new Deaths()
  const events = follow(docker, label, signal, alarm, deaths)
  let containers: Container[] = []
  let known: Sight | undefined
  let shown = ''
  async function* news(): AsyncGenerator<Sight> {
    const now = deaths.in(containers)
    if (statesOf(now) === shown) return
    shown = statesOf(now)
    yield carryOver(await observeContainers(undefined, now), known)
  }
  try {
    while (!options.signal.aborted) {
      // A death is shown before Docker is asked, which has to clean up first.
      yield* news()
      if (alarm.takeStale()) containers = await docker.listContainers([label])
      if (alarm.lost) throw lost()
      const question = new AbortController()
      const asked = deaths.in(containers)
      const look = observeContainers(links, asked, question.signal)
      // It may fail while nobody waits for it.
      look.catch(() => {})
      let sight = known ? undefined : await Promise.race([look, rest(PATIENCE)])
      if (!sight) yield* news()
      sight ??= await Promise.race([look, alarm.next()])
      question.abort()
      if (sight) {
        known = sight
        shown = statesOf(asked)
        yield sight
      }
      await alarm.wait(options.interval, SETTLE)
    }
  } finally {
    stop.abort()
    await events
  }
}

/** Changes when a container comes, goes, starts or ends. */
function statesOf(containers: readonly Container[]): string {
  return containers.map(({ id, state, startedAt }) => `${id} ${state} ${startedAt}`).join()
}

async function rest(time: number): Promise<undefined> {
  await sleep(time, undefined, { ref: false })
}

async function follow(
  docker: Docker,
  label: string,
  signal: AbortSignal,
  alarm: Alarm,
  deaths: Deaths,
): Promise<void> {
  try {
    for await (const event of docker.events([label], signal)) {
      if (event.kind === 'disconnected') alarm.lose()
      // A signal changes nothing yet, and Docker's answers wait for what comes of it.
      else if (event.kind === 'connected' || event.action !== 'kill') alarm.ring()
      if (event.kind === 'container' && event.action === 'die')
        deaths.note(event.id, { time: event.time, exitCode: event.exitCode ?? 0 })
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
