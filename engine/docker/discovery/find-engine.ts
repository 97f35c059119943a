import type { Agent } from 'node:http'
import type { Finding, Strategy } from './candidate.ts'
import { currentContext } from './current-context.ts'
import { dockerContext } from './docker-context.ts'
import { dockerHost } from './docker-host.ts'
import type { Endpoint } from './endpoint.ts'
import { explainFailure } from './explain-failure.ts'
import { knownSockets } from './known-sockets.ts'
import type { Greeting } from './probe.ts'
import type { DiscoveryReport } from './report.ts'
import type { Surroundings } from './surroundings.ts'
import { tryCandidates } from './try-candidates.ts'
import { userSetting } from './user-setting.ts'

export interface FoundEngine {
  readonly endpoint: Endpoint
  /** Holds the connection that answered. */
  readonly agent: Agent
  readonly greeting: Greeting
  readonly report: DiscoveryReport
}

export const STRATEGIES: readonly Strategy[] = [
  userSetting,
  dockerHost,
  dockerContext,
  currentContext,
  knownSockets,
]

/**
 * Finds the engine by the first strategy that applies. Throws `engine-not-installed`, `engine-stopped`,
 * `engine-permission` or `engine-context`, with what was tried in the error's details.
 * @param onReport is told what was tried, whether that found an engine or not
 */
export async function findEngine(
  surroundings: Surroundings,
  strategies: readonly Strategy[] = STRATEGIES,
  onReport: (report: DiscoveryReport) => void = () => {},
): Promise<FoundEngine> {
  const finding = await firstFinding(surroundings, strategies)
  const { chosen, attempts } = await tryCandidates(finding)
  onReport({ attempts })
  if (chosen === undefined) throw await explainFailure({ attempts, named: finding.named }, surroundings)
  const { endpoint, agent, greeting } = chosen
  return { endpoint, agent, greeting, report: { attempts } }
}

async function firstFinding(surroundings: Surroundings, strategies: readonly Strategy[]): Promise<Finding> {
  for (const strategy of strategies) {
    const finding = await strategy(surroundings)
    if (finding !== undefined) return finding
  }
  return { named: false, candidates: [] }
}
