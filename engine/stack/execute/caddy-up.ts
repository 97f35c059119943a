import { connect } from 'node:net'
import { ShoalError } from '../../../contract/errors.ts'
import { type Context, mustInspect, type Run } from './context.ts'
import { lastLines } from './last-lines.ts'
import { waitFor } from './wait.ts'

const TRY = 50
const DEADLINE = 30_000

/**
 * Waits until Caddy answers on its admin port and on the public one. Throws `caddyfile-invalid` or `container-failed`
 * with its last log lines when it does not.
 */
export async function waitAnswer(
  context: Context,
  name: string,
  port: number | null,
  run: Run,
): Promise<void> {
  const answered = await waitFor(
    async () => {
      const container = await mustInspect(context, name)
      if (container.state === 'exited' || container.state === 'dead' || container.restarts > 0)
        throw await failed(context, name, 'does not stay up')
      const serving = await context.caddies().catch(() => [])
      if (!serving.some((caddy) => caddy.container.name === name)) return undefined
      return port === null || (await accepts(port)) ? true : undefined
    },
    { interval: TRY, deadline: DEADLINE, signal: run.signal },
  )
  if (!answered) throw await failed(context, name, `did not answer within ${DEADLINE / 1000} s`)
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    const settle = (accepted: boolean) => {
      socket.destroy()
      resolve(accepted)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
    socket.setTimeout(1_000, () => settle(false))
  })
}

async function failed(context: Context, name: string, what: string): Promise<ShoalError> {
  const details = await lastLines(context.docker, name)
  const complaint = details.map((line) => /Caddyfile:\d+[^"\\]*/.exec(line)?.[0]).find((found) => found)
  if (complaint)
    return new ShoalError(
      'caddyfile-invalid',
      `Caddy refuses the Caddyfile: ${complaint}. Nothing else was changed.`,
      'Mend that line of the Caddyfile and run the command again.',
      { details },
    )
  return new ShoalError(
    'container-failed',
    `${name} ${what}; what ran before was left as it is.`,
    'Its last log lines say more.',
    { details },
  )
}
