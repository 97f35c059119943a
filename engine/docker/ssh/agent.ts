import http from 'node:http'
import type { Duplex } from 'node:stream'
import { ProcessConnection } from './connection.ts'
import type { SshTarget } from './target.ts'

/**
 * An agent whose connections run `docker system dial-stdio` on the far end through the system's ssh, as Docker's own
 * command line does. So host keys are checked, and the user's ssh configuration counts. `-T`: no terminal; BatchMode:
 * nobody is there to type a password.
 */
export function createSshAgent(target: SshTarget, command = 'ssh'): http.Agent {
  const args = [
    ...(target.user === undefined ? [] : ['-l', target.user]),
    ...(target.port === undefined ? [] : ['-p', String(target.port)]),
    ...['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=10', '-T', '--', target.hostname],
    ...['docker', 'system', 'dial-stdio'],
  ]
  return new SshAgent(command, args)
}

class SshAgent extends http.Agent {
  readonly #command: string
  readonly #args: readonly string[]

  constructor(command: string, args: readonly string[]) {
    super({ keepAlive: true, maxFreeSockets: 8 })
    this.#command = command
    this.#args = args
  }

  override createConnection(): Duplex {
    return new ProcessConnection(this.#command, this.#args)
  }
}
