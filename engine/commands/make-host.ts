import { resolve } from 'node:path'
import { connectDocker } from '../docker/connect.ts'
import { SettingsStore } from '../settings/store.ts'
import { DEFAULT_SETTINGS, type Settings } from '../stack/settings.ts'
import { Connector } from './connector.ts'
import { type Desktop, ProjectSlot, type Seer } from './host.ts'

export interface HostOptions {
  /** The folder of the project that `project.init` copies. */
  readonly bundledProject: string
  /** The folder for Shoal's own settings, the list of recent projects and the copy of the sample. */
  readonly dataFolder?: string
  /** Shoal's version, for people. */
  readonly version?: string
  readonly desktop?: Desktop
  /** Is told, in a sentence for people, about what went wrong beside the calls: settings that could not be read. */
  readonly warn?: (message: string) => void
  /** The process environment; it can name the Docker engine and fill the project's variables. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly settings?: Partial<Settings>
}

export interface MadeHost {
  readonly host: Seer
  /** Resolves when nothing changes any project. */
  readonly whenIdle: () => Promise<unknown>
  /** Ends what goes on for a while when nobody asks any more. */
  readonly rest: () => void
}

/** Puts together what looking at a project takes; the rest of the engine adds what its commands need besides. */
export function makeHost(options: HostOptions): MadeHost {
  const { environment = process.env, warn = () => {}, dataFolder } = options
  const slots = new Map<string, ProjectSlot>()
  const whenIdle = () => Promise.all([...slots.values()].map(({ turn }) => turn))
  const userSettings = new SettingsStore(dataFolder, warn)
  const connector = connectorFor(environment, userSettings, whenIdle)
  const host: Seer = {
    connector,
    connect: () => connector.connect(),
    environment,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    bundledProject: options.bundledProject,
    dataFolder,
    userSettings,
    version: options.version ?? '',
    desktop: options.desktop,
    warn,
    slot: (directory) => {
      const key = resolve(directory)
      const slot = slots.get(key) ?? new ProjectSlot()
      slots.set(key, slot)
      return slot
    },
  }
  const rest = () => {
    for (const { traffic } of slots.values()) traffic?.close()
  }
  return { host, whenIdle, rest }
}

/** Looks for Docker where the user's setting says, else everywhere; again when they choose another engine. */
function connectorFor(
  environment: Seer['environment'],
  userSettings: SettingsStore,
  whenIdle: () => Promise<unknown>,
): Connector {
  let chosen: string | null | undefined
  const connector = new Connector({
    search: async (onTried) => {
      const { engine } = await userSettings.get()
      chosen = engine
      const { docker, report } = await connectDocker({
        environment,
        ...(engine === null ? {} : { host: engine }),
        onReport: ({ attempts }) => onTried(attempts),
      })
      return { docker, source: report.attempts.findLast(({ result }) => result === 'ok')?.source ?? '' }
    },
    whenIdle,
  })
  userSettings.onChange(({ engine }) => {
    if (chosen !== undefined && engine !== chosen) connector.reset()
  })
  return connector
}
