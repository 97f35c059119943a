import { setTimeout as sleep } from 'node:timers/promises'
import { aboutEngine } from './about.ts'
import { createAgent } from './agent.ts'
import { createApi } from './client.ts'
import type { Candidate } from './discovery/candidate.ts'
import { listCandidates } from './discovery/list-candidates.ts'
import { type ProbeResult, probe } from './discovery/probe.ts'
import type { Surroundings } from './discovery/surroundings.ts'
import { userSetting } from './discovery/user-setting.ts'
import { getToKnow } from './get-to-know.ts'

/** How long one engine may take to answer, in milliseconds; ssh has to sign in first. */
const PATIENCE = { near: 1_500, ssh: 8_000 }

/** An endpoint that the user may choose, and how it answered. */
export interface AskedCandidate {
  readonly source: string
  readonly host: string
  readonly answers: boolean
  /** "Docker Desktop 28.5.0" when it answers, else why it does not. */
  readonly detail: string
}

const REASONS: Readonly<Record<Exclude<ProbeResult, 'ok' | 'error'>, string>> = {
  absent: 'not there',
  refused: 'there, but nothing listens',
  denied: 'you are not allowed to use it',
  timeout: 'does not answer',
}

/** Asks every endpoint that is known on this machine, the chosen one first, all at once. Never throws. */
export async function askCandidates(surroundings: Surroundings): Promise<AskedCandidate[]> {
  const [chosen, others] = await Promise.all([
    userSetting(surroundings).catch(() => undefined),
    listCandidates(surroundings),
  ])
  const known = others.filter(({ endpoint }) => endpoint.host !== chosen?.candidates[0]?.endpoint.host)
  return await Promise.all([...(chosen?.candidates ?? []), ...known].map(ask))
}

async function ask({ source, endpoint }: Candidate): Promise<AskedCandidate> {
  const agent = createAgent(endpoint)
  const patience = endpoint.ssh === undefined ? PATIENCE.near : PATIENCE.ssh
  const say = (answers: boolean, detail: string) => ({ source, host: endpoint.host, answers, detail })
  try {
    const { result, detail } = await probe(endpoint, agent, patience)
    if (result === 'error') return say(false, detail)
    if (result !== 'ok') return say(false, REASONS[result])
    const late = sleep(patience, undefined, { ref: false })
    const answers = await Promise.race([getToKnow(createApi(endpoint, agent)), late])
    if (answers === undefined) return say(false, REASONS.timeout)
    const { name, version } = aboutEngine(answers, endpoint.host, '')
    return say(true, `${name} ${version}`)
  } catch (error) {
    return say(false, error instanceof Error ? error.message : String(error))
  } finally {
    agent.destroy()
  }
}
