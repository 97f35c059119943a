import type Dockerode from 'dockerode'
import { aboutEngine } from './about.ts'
import { createAdapter } from './adapter.ts'
import { createApi } from './client.ts'
import { findEngine, STRATEGIES } from './discovery/find-engine.ts'
import type { DiscoveryReport } from './discovery/report.ts'
import { type Surroundings, surroundings } from './discovery/surroundings.ts'
import { attempt } from './errors.ts'
import type { Docker, EngineAbout } from './gateway.ts'
import { getToKnow, readVersion } from './get-to-know.ts'
import { agreeAtOnce, negotiate } from './negotiate.ts'

export interface ConnectOptions extends Partial<Omit<Surroundings, 'setting'>> {
  /** The engine that the user chose, as `unix:///...`, `npipe://...`, `tcp://...` or `ssh://...`; it beats all else. */
  readonly host?: string
  /** Is told what was tried, whether that found an engine or not. */
  readonly onReport?: (report: DiscoveryReport) => void
}

/**
 * Finds the engine and agrees with it on an API version. Throws `engine-not-installed`, `engine-stopped`,
 * `engine-permission`, `engine-context` or `engine-too-old`, each with what to do next.
 */
export async function connectDocker(
  options: ConnectOptions = {},
): Promise<{ docker: Docker; report: DiscoveryReport }> {
  const { host, onReport, ...given } = options
  const { endpoint, agent, greeting, report } = await findEngine(
    surroundings({ ...given, ...(host === undefined ? {} : { setting: host }) }),
    STRATEGIES,
    onReport,
  )
  const apiVersion = agreeAtOnce(greeting.api) ?? (await askForVersion(createApi(endpoint, agent)))
  const client = { api: createApi(endpoint, agent, apiVersion), agent, apiVersion, podman: greeting.podman }
  let about: Promise<EngineAbout> | undefined
  const askOnce = () => {
    about ??= getToKnow(client.api).then((answers) => aboutEngine(answers, endpoint.host, apiVersion))
    // Whoever asks gets the failure; the next one asks anew.
    about.catch(() => {
      about = undefined
    })
    return about
  }
  return { docker: createAdapter(client, askOnce), report }
}

async function askForVersion(api: Dockerode): Promise<string> {
  const version = await attempt('agreeing on a version with the engine', () => readVersion(api))
  return negotiate({
    version: version.Version,
    api: version.ApiVersion,
    oldestApi: version.MinAPIVersion,
  })
}
