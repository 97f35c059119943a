import type { Agent } from 'node:http'
import { createAgent } from '../agent.ts'
import type { Candidate, Finding } from './candidate.ts'
import type { Endpoint } from './endpoint.ts'
import { type Greeting, type Probe, probe } from './probe.ts'
import type { Attempt } from './report.ts'

/** Milliseconds. A socket that the user named may belong to an engine that is just waking up; ssh has to sign in first. */
const TIMEOUTS = { known: 1_000, named: 5_000, ssh: 20_000 }

export interface Trial extends Candidate {
  /** Holds the connection of the probe. */
  readonly agent: Agent
  readonly outcome: Promise<Probe>
}

/** Probes all candidates at once and chooses the first in their order that answers; drops the others' connections. */
export async function tryCandidates(
  finding: Finding,
): Promise<{ chosen?: Trial & { readonly greeting: Greeting }; attempts: Attempt[] }> {
  const trials = finding.candidates.map((candidate) => begin(candidate, finding.named))
  const attempts: Attempt[] = []
  for (const trial of trials) {
    const { result, detail, greeting } = await trial.outcome
    attempts.push({ source: trial.source, host: trial.endpoint.host, result, detail })
    if (greeting === undefined) continue
    for (const other of trials) if (other !== trial) other.agent.destroy()
    return { chosen: { ...trial, greeting }, attempts }
  }
  return { attempts }
}

function begin(candidate: Candidate, named: boolean): Trial {
  const agent = createAgent(candidate.endpoint)
  const outcome = probe(candidate.endpoint, agent, timeoutFor(candidate.endpoint, named))
  return { ...candidate, agent, outcome }
}

function timeoutFor(endpoint: Endpoint, named: boolean): number {
  if (endpoint.ssh !== undefined) return TIMEOUTS.ssh
  return named ? TIMEOUTS.named : TIMEOUTS.known
}
