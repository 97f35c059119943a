import { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import type { Exec } from 'dockerode'
import { ShoalError } from '../../../contract/errors.ts'
import type { Client } from '../client.ts'
import { shortId } from '../containers/start-container.ts'
import { joinEnv } from '../env-list.ts'
import { attempt } from '../errors.ts'
import type { ExecOptions, ExecSession } from '../gateway.ts'
import { demultiplex } from './demux.ts'
import { readExitCode } from './read-exit-code.ts'
import { resizeExec } from './resize-exec.ts'

/**
 * Starts a process in a running container over a connection of its own, which has no timeouts and may stay open for
 * days. Throws `container-failed` when the container does not run. A command that does not exist exits with 126 or 127.
 */
export async function startExec(
  client: Client,
  id: string,
  command: readonly string[],
  options: ExecOptions,
): Promise<ExecSession> {
  const doing = `running "${command[0] ?? ''}" in the container ${shortId(id)}`
  const tty = options.tty ?? false
  const { exec, socket } = await attempt(doing, async () => {
    const exec = await client.api.getContainer(id).exec({
      AttachStdin: options.stdin ?? false,
      AttachStdout: true,
      AttachStderr: true,
      Tty: tty,
      Cmd: [...command],
      Env: joinEnv(options.env ?? {}),
      User: options.user,
      WorkingDir: options.workingDir,
    })
    return { exec, socket: await connect(exec, tty) }
  })
  const { stream, stderr, done } = demultiplex(socket, tty)
  const exit = done.then(
    () => readExitCode(exec, doing),
    (cause: unknown) => {
      throw closedByUs ? closed(doing) : cause
    },
  )
  exit.catch(() => {})
  let closedByUs = false
  if (options.size !== undefined) await resizeExec(exec, options.size, () => !stream.destroyed)
  return {
    stream,
    stderr,
    exit,
    resize: (size) => resizeExec(exec, size, () => !stream.destroyed),
    close: () => {
      closedByUs = true
      stderr.destroy()
      stream.destroy()
    },
  }
}

/**
 * Only a hijacked connection can end standard input and still read output. dockerode's `stdin` option stays off: it
 * would leave the request unfinished, and its socket open for ever, when the engine refuses.
 */
async function connect(exec: Exec, tty: boolean): Promise<Duplex> {
  const connection: unknown = await exec.start({ hijack: true, Tty: tty })
  if (connection instanceof Socket) connection.setNoDelay(true).setTimeout(0).setKeepAlive(true)
  if (connection instanceof Duplex) return connection
  throw new ShoalError(
    'engine-lost',
    'The engine, or a proxy before it, refuses connections into containers.',
  )
}

function closed(doing: string): ShoalError {
  return new ShoalError('cancelled', `The connection was closed while ${doing}; the process may still run.`)
}
