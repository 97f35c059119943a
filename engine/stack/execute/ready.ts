import { ShoalError } from '../../../contract/errors.ts'
import type { Container } from '../../docker/gateway.ts'
import { addressOf, type Context, instanceName, mustInspect, type Run } from './context.ts'
import { lastLines } from './last-lines.ts'
import { waitFor } from './wait.ts'

/** Between two questions to the gate. Milliseconds. */
const ASK = 100
/** Between two looks at the container itself. Milliseconds. */
const INSPECT = 500
/** Starts by Docker's restart policy after which an instance counts as crashing. */
const CRASHES = 2

/**
 * Waits until an instance answers its health check, in the rotation or not. Throws `never-healthy` with its last log
 * lines when it exits, crashes again and again, or is not healthy within the deadline.
 */
export async function waitReady(context: Context, index: number, run: Run): Promise<void> {
  const name = instanceName(context, index)
  const { restarts } = await mustInspect(context, name)
  let reason = 'does not answer'
  let inspectedAt = Date.now()
  const ready = await waitFor(
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
}

function crashOf(container: Container, restartsBefore: number): string | undefined {
  if (container.oomKilled) return 'was killed for using too much memory'
  if (container.state === 'exited' || container.state === 'dead')
    return `exited with code ${container.exitCode}`
  if (container.restarts - restartsBefore >= CRASHES)
    return `crashed ${container.restarts - restartsBefore} times with code ${container.exitCode}`
  return undefined
}

async function neverHealthy(context: Context, name: string, what: string): Promise<ShoalError> {
  return new ShoalError(
    'never-healthy',
    `${name} ${what}.`,
    'Look at its last lines below; all of them: shoal logs app',
    { details: await lastLines(context.docker, name) },
  )
}
