import type { Container, Docker } from '../docker/gateway.ts'
import { findListenerOnLinux } from './linux.ts'
import type { Listener } from './listener.ts'
import { findListenerOnMac } from './mac.ts'
import { findListenerOnWindows } from './windows.ts'

export interface PortHolder {
  readonly kind: 'container' | 'process' | 'unknown'
  /** For people: "container web-caddy-1 of project web", "node (pid 123)", "another program". */
  readonly words: string
}

const UNKNOWN: PortHolder = { kind: 'unknown', words: 'another program' }

/**
 * Who holds a TCP port of this machine. Asks Docker first, because the process that listens for a container says
 * nothing to people. Never throws: whoever cannot be named is "another program".
 */
export async function findPortHolder(
  port: number,
  docker?: Pick<Docker, 'findPortHolders'>,
): Promise<PortHolder> {
  const containers = (await docker?.findPortHolders(port).catch(() => [])) ?? []
  const [first] = containers
  if (first !== undefined) return { kind: 'container', words: describeContainer(first) }
  const listener = await findListener(port).catch(() => undefined)
  if (listener === undefined) return UNKNOWN
  return { kind: 'process', words: `${listener.name} (pid ${listener.pid})` }
}

function findListener(port: number): Promise<Listener | undefined> {
  switch (process.platform) {
    case 'linux':
      return findListenerOnLinux(port)
    case 'darwin':
      return findListenerOnMac(port)
    case 'win32':
      return findListenerOnWindows(port)
    default:
      return Promise.resolve(undefined)
  }
}

function describeContainer(container: Container): string {
  const project = container.labels['com.docker.compose.project']
  return project === undefined
    ? `container ${container.name}`
    : `container ${container.name} of project ${project}`
}
