import type { Database } from '../../contract/database.ts'
import type { Attempt } from '../../contract/models.ts'
import type { Stats } from '../../contract/stats.ts'
import type { Docker } from '../docker/gateway.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { Settings } from '../stack/settings.ts'
import type { SharedTraffic } from '../traffic/shared.ts'
import { ProjectActivity } from './activity.ts'
import type { Connector } from './connector.ts'
import type { Links } from './links.ts'
import type { LogShelf } from './log-shelf.ts'
import { Shared } from './shared.ts'
import type { Witness } from './witness.ts'

/** What the face that hosts the engine can do for it. */
export interface Desktop {
  readonly kind: 'desktop' | 'browser'
  /** Whether it stays when its windows are closed, and can start at login. */
  readonly resident: boolean
  /** The system's own dialog; undefined where there is none. */
  readonly chooseFolder?: () => Promise<string | undefined>
}

/** A Docker engine that was found, with the connections into its Caddys. */
export interface Connection {
  readonly docker: Docker
  readonly links: Links
  readonly source: string
  readonly attempts: readonly Attempt[]
  /** Fires, with an `engine-lost`, when Shoal turned to another engine. */
  readonly lost: AbortSignal
}

/** What one engine process keeps per project folder: nothing that could be derived. */
export class ProjectSlot {
  readonly activity = new ProjectActivity()
  /** The one reader of the project's access log, once somebody wanted it. */
  traffic: SharedTraffic | undefined
  /** The newest change of each kind that a newer one may replace. */
  readonly latest = new Map<string, AbortController>()
  /** Everything that runs or waits for its turn. */
  readonly changes = new Set<AbortController>()
  /** What its containers use, while somebody looks. */
  readonly stats = new Shared<Stats>()
  /** How its PostgreSQL is, while somebody looks. */
  readonly database = new Shared<Database>()
  /** The end of the line of commands that wait for their turn in this process. */
  turn: Promise<unknown> = Promise.resolve()
  /** Who notes what happens, while somebody watches. */
  witness: { readonly witness: Witness; readonly stop: AbortController; users: number } | undefined
}

/** What it takes to look at a project. */
export interface Seer {
  readonly connector: Connector
  /** The connection; a stream that asks for it ends when that is lost. */
  readonly connect: () => Promise<Connection>
  readonly slot: (directory: string) => ProjectSlot
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly settings: Settings
  /** The folder of the project that `init` copies. */
  readonly bundledProject: string
  /** The folder for what belongs to the user and to no project; undefined when nothing is kept. */
  readonly dataFolder: string | undefined
  /** What the user chose for Shoal itself. */
  readonly userSettings: SettingsStore
  readonly version: string
  readonly desktop: Desktop | undefined
  /** Tells the face, in a sentence for people, what went wrong beside the calls. */
  readonly warn: (message: string) => void
}

/** What every command works with. */
export interface Host extends Seer {
  /** The lines of the projects whose logs are looked at. */
  readonly logs: LogShelf
}
