import type { ProbeResult } from './probe.ts'

/** What was tried, in the order of preference, and with which result. */
export interface DiscoveryReport {
  readonly attempts: readonly Attempt[]
}

export interface Attempt {
  /** What named this place, for people: "DOCKER_HOST", "context colima", "known socket". */
  readonly source: string
  readonly host: string
  readonly result: ProbeResult
  /** What the system or the engine said; empty when the result says it all. */
  readonly detail: string
}
