/** What a command wants beyond what the project's files say. */
export interface Goal {
  /** How many instances there shall be. */
  readonly scale: number
  /** Why instances come or go: "scale 3 -> 5", "up". */
  readonly cause: string
  /** Leave the instances that run as they are, even where the files say otherwise by now. */
  readonly keepRunning?: boolean
  /** Whether Caddy's running configuration differs from the Caddyfile. */
  readonly reload?: boolean
}
