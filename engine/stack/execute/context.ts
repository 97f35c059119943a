import { ShoalError } from '../../../contract/errors.ts'
import type { Part } from '../../../contract/models.ts'
import type { Balance } from '../../caddy/balance.ts'
import type { CaddyLink } from '../../caddy/link.ts'
import type { Container, Docker } from '../../docker/gateway.ts'
import { containerName } from '../../project/names.ts'
import { APP } from '../roles.ts'
import type { Settings } from '../settings.ts'
import type { Wanted } from '../want/wanted.ts'

/** A Caddy that runs and answers, and how it balances. */
export interface Serving {
  readonly container: Container
  readonly link: CaddyLink
  readonly balance: Balance
}

/** What operations work with. */
export interface Context {
  readonly docker: Docker
  readonly wanted: Wanted
  readonly settings: Settings
  /** Every Caddy that runs, newest first: during a port change there are two. Throws `caddy-unreachable`. */
  readonly caddies: () => Promise<readonly Serving[]>
  /** The Caddyfile's text. */
  readonly caddyfile: string
  /** Builds the image of a service. */
  readonly build: (service: string, run: Run) => Promise<void>
  /** Tells who holds a port that Docker could not publish. */
  readonly explainPort: (port: number) => Promise<ShoalError>
}

/** One operation at work. */
export interface Run {
  readonly signal: AbortSignal
  /** Says what it waits for or how far it is, and where it consists of parts, how far each of them is. */
  report(detail: string, parts?: readonly Part[]): void
}

/** Inspects a container that must be there. Throws `container-failed`. */
export async function mustInspect(context: Context, name: string): Promise<Container> {
  const container = await context.docker.inspectContainer(name)
  if (container) return container
  throw new ShoalError(
    'container-failed',
    `The container ${name} vanished while Shoal worked on it; the others were left as they are.`,
    'Run the command again.',
  )
}

/** The name of an instance's container. */
export function instanceName(context: Context, index: number): string {
  return containerName(context.wanted.project.name, APP, index)
}

/** The address by which a Caddy knows an instance; undefined when it has no slot for it. */
export function addressOf(context: Context, { balance }: Serving, index: number): string | undefined {
  const prefix = `${instanceName(context, index)}:`
  return balance.addresses.find((address) => address.startsWith(prefix))
}
