/**
 * The parts of the Compose model that a stack needs, after interpolation and with defaults filled in.
 * Times are milliseconds, sizes are bytes.
 */

export interface Project {
  /** Compose's project name: lower case, the prefix of every container, network and volume. */
  readonly name: string
  /** Absolute path of the project folder. */
  readonly directory: string
  /** Absolute paths of the compose files, in the order in which they were merged. */
  readonly files: readonly string[]
  /** What `.env` holds, after Compose's own rules. Values are secret. */
  readonly env: Readonly<Record<string, string>>
  readonly services: Readonly<Record<string, Service>>
  readonly networks: Readonly<Record<string, Network>>
  readonly volumes: Readonly<Record<string, Volume>>
  /** What the file's `x-shoal` says. */
  readonly settings: ProjectSettings
}

/** How patient Shoal is with a project, where its file says so. Milliseconds. */
export interface ProjectSettings {
  /** How long a leaving instance may finish its requests. */
  readonly drainDeadline?: number
  /** How long a new instance may take until it is healthy. */
  readonly readyDeadline?: number
}

export interface Service {
  readonly name: string
  /** The image to run; when only `build` is given, Compose's name for it: `<project>-<service>`. */
  readonly image: string
  readonly build?: Build
  readonly command?: readonly string[]
  readonly entrypoint?: readonly string[]
  /** Merged from `env_file` and `environment`, in Compose's order of precedence. Values are secret. */
  readonly environment: Readonly<Record<string, string>>
  readonly ports: readonly Port[]
  readonly mounts: readonly Mount[]
  readonly tmpfs: readonly string[]
  /** Network key to the aliases asked for in the file. */
  readonly networks: Readonly<Record<string, readonly string[]>>
  readonly dependsOn: Readonly<Record<string, Dependency>>
  readonly healthcheck?: Healthcheck
  readonly restart: RestartPolicy
  readonly labels: Readonly<Record<string, string>>
  /** `scale` or `deploy.replicas`; 1 when the file says nothing. */
  readonly replicas: number
  readonly resources: Resources
  /** Milliseconds; 10 s when the file says nothing, as in Docker. */
  readonly stopGracePeriod: number
  readonly stopSignal?: string
  readonly logging?: { readonly driver: string; readonly options: Readonly<Record<string, string>> }
  readonly user?: string
  readonly workingDir?: string
  readonly init?: boolean
  readonly extraHosts: readonly string[]
  readonly ulimits: Readonly<Record<string, { readonly soft: number; readonly hard: number }>>
  readonly profiles: readonly string[]
}

export interface Build {
  /** Absolute path. */
  readonly context: string
  /** Relative to the context. */
  readonly dockerfile: string
  readonly args: Readonly<Record<string, string>>
  readonly target?: string
}

export interface Port {
  /** Port inside the container. */
  readonly target: number
  /** Port on the host; 0 lets Docker pick one. */
  readonly published: number
  readonly hostIp: string
  readonly protocol: 'tcp' | 'udp'
}

export type Mount =
  | { readonly type: 'volume'; readonly source: string; readonly target: string; readonly readOnly: boolean }
  | { readonly type: 'bind'; readonly source: string; readonly target: string; readonly readOnly: boolean }
  | { readonly type: 'tmpfs'; readonly target: string; readonly size?: number }

export interface Dependency {
  readonly condition: 'service_started' | 'service_healthy' | 'service_completed_successfully'
  readonly restart: boolean
  /** False when the service starts even if this dependency can't; absent means true. */
  readonly required?: boolean
}

export interface Healthcheck {
  /** As Docker takes it: `['CMD', ...]`, `['CMD-SHELL', line]` or `['NONE']`. */
  readonly test: readonly string[]
  readonly interval?: number
  readonly timeout?: number
  readonly retries?: number
  readonly startPeriod?: number
  readonly startInterval?: number
}

export interface RestartPolicy {
  readonly name: 'no' | 'always' | 'on-failure' | 'unless-stopped'
  readonly maximumRetries: number
}

export interface Resources {
  /** Whole and part cores. */
  readonly cpus?: number
  /** Bytes. */
  readonly memory?: number
  readonly memoryReservation?: number
  readonly pids?: number
}

export interface Network {
  readonly key: string
  /** Docker's name: `<project>_<key>` unless the file names it. */
  readonly name: string
  readonly external: boolean
  readonly internal: boolean
  readonly driver?: string
  readonly labels: Readonly<Record<string, string>>
}

export interface Volume {
  readonly key: string
  readonly name: string
  readonly external: boolean
  readonly driver?: string
  readonly labels: Readonly<Record<string, string>>
}
