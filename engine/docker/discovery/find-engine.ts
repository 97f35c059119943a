import type { Candidate, Strategy } from './candidate.ts'
import { currentContext } from './current-context.ts'
import { dockerContext } from './docker-context.ts'
import { dockerHost } from './docker-host.ts'
import type { Endpoint } from './endpoint.ts'
import { explainFailure } from './explain-failure.ts'
import { knownSockets } from './known-sockets.ts'
import { type Probe, type ProbeResult, probe } from './probe.ts'
import type { Surroundings } from './surroundings.ts'
import { userSetting } from './user-setting.ts'

/** What was tried, in the order of preference, and with which result. */
export interface DiscoveryReport {
  readonly attempts: readonly Attempt[]
}

export interface Attempt {
  readonly source: string
  readonly host: string
  readonly result: ProbeResult
  /** What the system or the engine said; empty when the result says it all. */
  readonly detail: string
}

export interface FoundEngine {
  readonly endpoint: Endpoint
  readonly report: DiscoveryReport
}

const STRATEGIES: readonly Strategy[] = [userSetting, dockerHost, dockerContext, currentContext, knownSockets]

/** Milliseconds. A socket that the user named may belong to an engine that is just waking up; ssh has to sign in first. */
const TIMEOUTS = { known: 1_000, named: 5_000, ssh: 20_000 }

/**
 * Finds the engine by the first strategy that applies. Known sockets are probed all at once and chosen in order.
 * Throws `engine-not-installed`, `engine-stopped`, `engine-permission` or `engine-context`, with what was tried in the
 * error's details.
 */
export async function findEngine(surroundings: Surroundings): Promise<FoundEngine> {
  for (const strategy of STRATEGIES) {
    const finding = await strategy(surroundings)
    if (finding === undefined) continue
    const probes = finding.candidates.map(({ endpoint }) =>
      probe(endpoint, timeoutFor(endpoint, finding.named)),
    )
    const attempts: Attempt[] = []
    for (const [index, candidate] of finding.candidates.entries()) {
      const outcome = await probes[index]
      if (outcome === undefined) continue
      attempts.push(toAttempt(candidate, outcome))
      if (outcome.result === 'ok') return { endpoint: candidate.endpoint, report: { attempts } }
    }
    throw await explainFailure({ attempts, named: finding.named }, surroundings)
  }
  throw await explainFailure({ attempts: [], named: false }, surroundings)
}

function timeoutFor(endpoint: Endpoint, named: boolean): number {
  if (endpoint.ssh !== undefined) return TIMEOUTS.ssh
  return named ? TIMEOUTS.named : TIMEOUTS.known
}

function toAttempt({ source, endpoint }: Candidate, { result, detail }: Probe): Attempt {
  return { source, host: endpoint.host, result, detail }
}
