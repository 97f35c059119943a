import type { Activity } from '../../contract/models.ts'
import type { Docker } from '../docker/gateway.ts'
import type { Settings } from '../stack/settings.ts'
import { Hub } from './hub.ts'
import type { Links } from './links.ts'

/** A Docker engine that was found, with the connections into its Caddys. */
export interface Connection {
  readonly docker: Docker
  readonly links: Links
  readonly source: string
  readonly attempts: readonly { source: string; host: string; result: string }[]
}

/** What one engine process keeps per project folder: nothing that could be derived. */
export class ProjectSlot {
  readonly activity = new Hub<Activity>()
  /** The newest change of each kind that a newer one may replace. */
  readonly latest = new Map<string, AbortController>()
  /** The end of the line of commands that wait for their turn in this process. */
  turn: Promise<unknown> = Promise.resolve()
}

/** What every command works with. */
export interface Host {
  readonly connect: () => Promise<Connection>
  readonly slot: (directory: string) => ProjectSlot
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly settings: Settings
  /** The folder of the project that `init` copies. */
  readonly bundledProject: string
}
