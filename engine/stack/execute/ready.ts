import { ShoalError } from '../../../contract/errors.ts'
import type { Container } from '../../docker/gateway.ts'
import { addressOf, type Context, instanceName, mustInspect, type Run } from './context.ts'
import { lastLines } from './last-lines.ts'
import { waitProbe } from './rotate.ts'
import { waitForCaddy } from './wait-caddy.ts'

/** Between two questions to the gate, which Caddy's own checks ask as well. Milliseconds. */
const ASK = 200
/** Between two looks at the container itself. Milliseconds. */
const INSPECT = 500
/** Starts by Docker's restart policy after which an instance counts as crashing. */
const CRASHES = 2

/**
 * Waits until an instance is healthy and Caddy has seen it, so that it takes traffic. Throws `never-healthy` with its
 * last log lines when it exits, crashes again and again, or is not healthy within the deadline, and `caddy-unreachable`
 * when Caddy was silent to the end.
 */
export async function waitReady(context: Context, index: number, run: Run): Promise<void> {
  const name = instanceName(context, index)
  const { restarts } = await mustInspect(context, name)
  let reason = 'does not answer'
  let inspectedAt = Date.now()
  const ready = await waitForCaddy(
    async () => {
      if (Date.now() - inspectedAt >= INSPECT) {
        inspectedAt = Date.now()
        const crash = crashOf(await mustInspect(context, name), restarts)
        if (crash) throw await neverHealthy(context, name, crash)
      }
      const [caddy] = await context.caddies()
      const address = caddy && addressOf(context, caddy, index)
      if (!caddy || !address) throw await neverHealthy(context, name, 'has no slot in the Caddyfile')
      const verdict = await caddy.link.gate.ask(address, caddy.balance.uri, run.signal)
      reason = verdict.reason
      run.report(reason)
      return verdict.healthy ? true : undefined
    },
    { interval: ASK, deadline: context.settings.readyDeadline, signal: run.signal },
  )
  if (!ready) {
    const seconds = Math.round(context.settings.readyDeadline / 1000)
    throw await neverHealthy(context, name, `was not healthy within ${seconds} s: it ${reason}`)
  }
  await waitProbe(context, run)
}

function crashOf(container: Container, restartsBefore: number): string | undefined {
  if (container.oomKilled) return 'was killed for using too much memory'
  if (container.state === 'exited' || container.state === 'dead')
    return `exited with code ${container.exitCode}`
  // While Docker has it running once more, the code of its last end is gone.
  const code = container.exitCode === 0 ? '' : ` with code ${container.exitCode}`
  if (container.restarts - restartsBefore >= CRASHES)
    return `crashed ${container.restarts - restartsBefore} times${code}`
  return undefined
}

async function neverHealthy(context: Context, name: string, what: string): Promise<ShoalError> {
  return new ShoalError(
    'never-healthy',
    `${name} ${what}.`,
    'Its last log lines say more: mend what they complain about, then run the command again.',
    { details: await lastLines(context.docker, name) },
  )
}
