import { ShoalError } from '../../../contract/errors.ts'
import type { Container, Docker } from '../../docker/gateway.ts'
import { type Context, mustInspect, type Run } from './context.ts'
import { lastLines } from './last-lines.ts'
import { waitFor } from './wait.ts'

/** Between two runs of a service's own health check. Milliseconds. */
const CHECK = 150

/**
 * Waits until a service is healthy by its own health check, or has completed. The check is run here as well, since
 * Docker runs it only once an interval. Throws `container-failed` with the last log lines.
 */
export async function waitHealthy(
  context: Context,
  name: string,
  condition: 'healthy' | 'completed',
  run: Run,
): Promise<void> {
  const done = await waitFor(
    async () => {
      const container = await mustInspect(context, name)
      if (condition === 'completed') return completed(context, container)
      if (container.state === 'exited' || container.state === 'dead')
        throw await failed(context, name, `exited with code ${container.exitCode}`)
      if (container.health === 'healthy') return true
      return container.state === 'running' && (await passes(context.docker, container)) ? true : undefined
    },
    { interval: CHECK, deadline: context.settings.serviceDeadline, signal: run.signal },
  )
  if (!done) {
    const seconds = Math.round(context.settings.serviceDeadline / 1000)
    throw await failed(context, name, `was not ${condition} within ${seconds} s`)
  }
}

async function completed(context: Context, container: Container): Promise<true | undefined> {
  if (container.state !== 'exited') return undefined
  if (container.exitCode === 0) return true
  throw await failed(context, container.name, `exited with code ${container.exitCode}`)
}

/** Runs the container's own health check once. False while the container is not up to it. */
async function passes(docker: Docker, container: Container): Promise<boolean> {
  const [kind, ...rest] = container.healthTest
  const command = kind === 'CMD' ? rest : kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...rest] : undefined
  if (!command) return true
  try {
    const session = await docker.exec(container.id, command)
    session.stream.resume()
    session.stderr.resume()
    return (await session.exit) === 0
  } catch (error) {
    if (error instanceof ShoalError && error.code === 'engine-lost') throw error
    return false
  }
}

async function failed(context: Context, name: string, what: string): Promise<ShoalError> {
  return new ShoalError(
    'container-failed',
    `${name} ${what}; what ran before was left as it is.`,
    'Its last log lines say more.',
    { details: await lastLines(context.docker, name) },
  )
}
