/** How patient Shoal is. Times are milliseconds. */
export interface Settings {
  /** How long a leaving instance may finish its requests. */
  readonly drainDeadline: number
  /** How long a new instance may take until it is healthy. */
  readonly readyDeadline: number
  /** How long a service (the database) may take until its own health check passes. */
  readonly serviceDeadline: number
  /** Between two looks at health and requests in flight while somebody watches; an event makes one happen at once. */
  readonly watchInterval: number
}

export const DEFAULT_SETTINGS: Settings = {
  drainDeadline: 30_000,
  readyDeadline: 60_000,
  serviceDeadline: 90_000,
  watchInterval: 1_000,
}
