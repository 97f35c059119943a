import { ShoalError } from '../../contract/errors.ts'
import { isPortFree } from './free.ts'

const LAST = 65_535

/**
 * The first free port from here on, this one included. After a privileged port comes its customary unprivileged one:
 * 8080 for 80, 8443 for 443. Throws `port-busy` when there is none.
 */
export async function nextFreePort(from: number, hostIp = '127.0.0.1'): Promise<number> {
  if (await isPortFree(from, hostIp)) return from
  for (let port = from < 1024 ? from + 8_000 : from + 1; port <= LAST; port++)
    if (await isPortFree(port, hostIp)) return port
  throw new ShoalError(
    'port-busy',
    `No port from ${from} to ${LAST} is free; nothing was changed.`,
    'Choose a lower port.',
  )
}
