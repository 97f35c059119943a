import type { Endpoint } from './endpoint.ts'
import type { Surroundings } from './surroundings.ts'

/** A place where an engine may be, and what named it. */
export interface Candidate {
  /** For people: "DOCKER_HOST", "context desktop-linux", "known socket". */
  readonly source: string
  readonly endpoint: Endpoint
}

/** What one strategy found. When the user named the engine there is one candidate, and no falling back from it. */
export interface Finding {
  readonly named: boolean
  readonly candidates: readonly Candidate[]
}

/** One way of finding the engine; undefined when it does not apply here. Throws `engine-context` when it is broken. */
export type Strategy = (surroundings: Surroundings) => Promise<Finding | undefined>
