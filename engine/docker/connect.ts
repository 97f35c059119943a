import { aboutEngine, type EngineAnswers, isPodman } from './about.ts'
import { createAdapter } from './adapter.ts'
import { createApi } from './client.ts'
import { findEngine } from './discovery/find-engine.ts'
import type { DiscoveryReport } from './discovery/report.ts'
import { type Surroundings, surroundings } from './discovery/surroundings.ts'
import { attempt } from './errors.ts'
import type { Docker } from './gateway.ts'
import { negotiate } from './negotiate.ts'

export interface ConnectOptions extends Partial<Omit<Surroundings, 'setting'>> {
  /** The engine that the user chose, as `unix:///...`, `npipe://...`, `tcp://...` or `ssh://...`; it beats all else. */
  readonly host?: string
}

/**
 * Finds the engine, agrees with it on an API version and gets to know it. Throws `engine-not-installed`,
 * `engine-stopped`, `engine-permission`, `engine-context` or `engine-too-old`, each with what to do next.
 */
export async function connectDocker(
  options: ConnectOptions = {},
): Promise<{ docker: Docker; report: DiscoveryReport }> {
  const { host, ...given } = options
  const { endpoint, agent, report } = await findEngine(
    surroundings({ ...given, ...(host === undefined ? {} : { setting: host }) }),
  )
  const first = createApi(endpoint, agent)
  const [version, info] = await attempt('getting to know the engine', () =>
    Promise.all([first.version() as Promise<EngineAnswers['version']>, first.info()]),
  )
  const apiVersion = negotiate({
    version: version.Version,
    api: version.ApiVersion,
    oldestApi: version.MinAPIVersion,
  })
  const client = { api: createApi(endpoint, agent, apiVersion), agent, apiVersion, podman: isPodman(version) }
  return { docker: createAdapter(client, aboutEngine({ version, info }, endpoint.host, apiVersion)), report }
}
