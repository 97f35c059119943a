import { access } from 'node:fs/promises'
import { homedir } from 'node:os'

/** Everything that discovery reads from the machine, so that tests can make one up. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  /** Absolute path of the user's home folder. */
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Undefined on Windows. */
  readonly uid: number | undefined
  /** The engine that the user chose in Shoal's settings, as a host such as `unix:///...`. */
  readonly setting: string | undefined
  readonly exists: (path: string) => Promise<boolean>
}

/** The machine as it is, with what is given in place of it. */
export function surroundings(given: Partial<Surroundings> = {}): Surroundings {
  return {
    platform: given.platform ?? process.platform,
    home: given.home ?? homedir(),
    environment: given.environment ?? process.env,
    uid: given.uid ?? process.getuid?.(),
    setting: given.setting,
    exists: given.exists ?? exists,
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
