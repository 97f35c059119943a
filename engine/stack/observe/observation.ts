import type { Balance } from '../../caddy/balance.ts'
import type { Container } from '../../docker/gateway.ts'

/** Everything that was seen of a project at one moment. Planners read nothing else. */
export interface Observation {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly instances: readonly ObservedInstance[]
  /** The other services' containers, by service; Caddy's are here too, newest first. */
  readonly services: Readonly<Record<string, readonly Container[]>>
  readonly caddy: ObservedCaddy
  /** Names of the project's networks and volumes that exist. */
  readonly networks: readonly string[]
  readonly volumes: readonly string[]
}

/** What changes from second to second; networks and volumes are not looked at. */
export type Sight = Omit<Observation, 'networks' | 'volumes'>

export interface ObservedCaddy {
  readonly state: 'answering' | 'silent' | 'absent'
  /** The container that serves: the newest that runs. */
  readonly container?: Container
  /** How it balances; undefined when it does not answer or balances nothing. */
  readonly balance?: Balance
}

export interface ObservedInstance {
  readonly index: number
  readonly container: Container
  /** `<container name>:<port>`, as Caddy calls it; undefined when Caddy has no slot for it. */
  readonly address?: string
  readonly health: 'healthy' | 'unhealthy' | 'starting' | 'unknown'
  readonly reason: string
  /** Whether the rotation directory lets it take part; undefined when Caddy cannot be asked. */
  readonly allowed?: boolean
  /** A request to it failed a moment ago, so Caddy's passive checks keep it out for a while. */
  readonly resting?: true
  readonly requests?: number
  readonly streams?: number
}
