import { ShoalError } from '../../contract/errors.ts'
import type { Docker } from '../docker/gateway.ts'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs a program in a container to its end.
 *
 * @param options.input its standard input
 * @param options.timeout milliseconds
 * @throws ShoalError `caddy-unreachable` when it takes too long, and what `exec` throws.
 */
export async function runIn(
  docker: Docker,
  container: string,
  command: readonly string[],
  { input = '', timeout = 30_000 }: { readonly input?: string; readonly timeout?: number } = {},
): Promise<Ended> {
  const session = await docker.exec(container, command, { stdin: true })
  const [output, complaints]: [Buffer[], Buffer[]] = [[], []]
  session.stream.on('data', (chunk: Buffer) => output.push(chunk))
  session.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
  session.stream.on('error', () => {})
  let late = false
  const timer = setTimeout(() => {
    late = true
    session.close()
  }, timeout)
  try {
    session.stream.end(input)
    const code = await session.exit
    return { code, stdout: text(output), stderr: text(complaints) }
  } catch (error) {
    if (!late) throw error
    throw new ShoalError(
      'caddy-unreachable',
      `${command[0]} did not end within ${timeout / 1_000} s; nothing was changed.`,
      'Look at the load of the machine, and try again.',
      { cause: error },
    )
  } finally {
    clearTimeout(timer)
  }
}

const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8')
