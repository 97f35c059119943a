import { setTimeout as sleep } from 'node:timers/promises'
import { ShoalError } from '../../../contract/errors.ts'
import { countInFlight } from '../observe/in-flight.ts'
import { addressOf, type Context, instanceName, type Run } from './context.ts'
import { waitForCaddy } from './wait-caddy.ts'

/**
 * What Caddy's probe may take beyond its interval, in milliseconds: it goes to the gate on the loopback, which answers
 * in 1-2 ms; the rest is for a busy machine.
 */
const PROBE = 250
/** Between two looks at the requests in flight. Milliseconds. */
const LOOK = 50

/** Takes over the rotation in every Caddy: these addresses take part from now on. */
export async function manageRotation(context: Context, members: readonly string[]): Promise<void> {
  for (const { link } of await context.caddies()) await link.rotation.manage(members)
}

/** Lets an instance take part: Caddy sends it requests from its next check on that finds it healthy. */
export async function join(context: Context, index: number): Promise<void> {
  for (const caddy of await context.caddies()) {
    const address = addressOf(context, caddy, index)
    if (!address) throw noSlot(context, index)
    await caddy.link.rotation.join(address)
  }
}

/** Waits until every Caddy has checked every instance once more. */
export async function waitProbe(context: Context, run: Run): Promise<void> {
  const caddies = await context.caddies()
  run.report('until Caddy has seen it')
  const slowest = Math.max(...caddies.map(({ balance }) => balance.interval))
  await sleep(slowest + PROBE, undefined, { signal: run.signal })
}

/** Keeps an instance out, and waits until Caddy has seen it: no new request goes there afterwards. */
export async function leave(context: Context, index: number, run: Run): Promise<void> {
  for (const caddy of await context.caddies()) {
    const address = addressOf(context, caddy, index)
    if (address) await caddy.link.rotation.leave(address, caddy.balance.addresses)
  }
  await waitProbe(context, run)
}

/**
 * Waits until the instance has no request in flight, twice in a row, or until the drain deadline. Streams (WebSockets,
 * event streams) are not waited for: the instance closes them itself when it is stopped. Throws `caddy-unreachable` when
 * Caddy was silent to the end.
 */
export async function drain(context: Context, index: number, run: Run): Promise<void> {
  let quiet = 0
  await waitForCaddy(
    async () => {
      const quietBefore = quiet
      quiet = 0
      let requests = 0
      for (const caddy of await context.caddies()) {
        const address = addressOf(context, caddy, index)
        if (!address) continue
        // A Caddy that was recreated meanwhile has an empty directory, and lets everybody take part.
        const { allowed } = await caddy.link.gate.ask(address, caddy.balance.uri, run.signal)
        if (allowed) {
          await leave(context, index, run)
          return undefined
        }
        requests += countInFlight(await caddy.link.admin.upstreams(), address).requests ?? 0
      }
      run.report(requests === 1 ? '1 request in flight' : `${requests} requests in flight`)
      if (requests === 0) quiet = quietBefore + 1
      return quiet >= 2 ? true : undefined
    },
    { interval: LOOK, deadline: context.settings.drainDeadline, signal: run.signal },
  )
}

function noSlot(context: Context, index: number): ShoalError {
  return new ShoalError(
    'scale-out-of-range',
    `The Caddyfile has no slot for ${instanceName(context, index)}; it runs, and gets no requests.`,
    'Add its address to the upstreams in the Caddyfile, or choose a smaller scale.',
  )
}
