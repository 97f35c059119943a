import type { Duplex, Readable } from 'node:stream'

/**
 * What the engine asks of Docker, in our own words. Nothing here leaks dockerode or the Engine API: everything
 * above this interface works on any engine that an adapter can reach.
 *
 * Every method throws a ShoalError: `engine-lost` when the engine went away, `image-missing`, `port-busy`,
 * `disk-full`, `container-failed` where Docker says so, `cancelled` when the signal fired.
 */
export interface Docker {
  /** Which engine this is; asked once. */
  about(): Promise<EngineAbout>

  /** Containers that carry all these labels (`key=value`), running or not, each inspected. A vanished one is left out. */
  listContainers(labels: readonly string[]): Promise<Container[]>
  /** Ids of the running containers that carry all these labels, newest first. */
  listRunning(labels: readonly string[]): Promise<string[]>
  /** Any container by id or exact name; undefined when there is none. */
  inspectContainer(idOrName: string): Promise<Container | undefined>
  /** Containers of any project that publish this host port. */
  findPortHolders(port: number): Promise<Container[]>
  /** Creates a container and returns its id. The specification travels in the body, never in the URL. */
  createContainer(spec: ContainerSpec): Promise<string>
  startContainer(id: string): Promise<void>
  /** SIGTERM (or the container's own stop signal), then SIGKILL after the grace period in milliseconds. */
  stopContainer(id: string, grace: number): Promise<void>
  killContainer(id: string, signal: string): Promise<void>
  /** Removes a container, with its anonymous volumes. Gone already is success. */
  removeContainer(id: string, options?: { force?: boolean }): Promise<void>

  /** Starts a process in a running container. */
  exec(id: string, command: readonly string[], options?: ExecOptions): Promise<ExecSession>

  /** Log entries in the order in which Docker gives them; ends with the container unless `follow` outlives it. */
  logs(id: string, options: LogOptions): AsyncIterable<LogEntry>
  /** The same, as many at a time as came together: for those who read a busy log as fast as it is written. */
  logBatches(id: string, options: LogOptions): AsyncIterable<readonly LogEntry[]>

  /**
   * What a running container uses, about once a second, the first after a second. Ends when the container is gone; while it
   * is stopped nothing comes.
   */
  stats(id: string, signal: AbortSignal): AsyncIterable<StatsSample>

  inspectImage(reference: string): Promise<Image | undefined>
  pullImage(reference: string, options: TransferOptions): Promise<void>
  /** Builds with the engine's own builder from a tar stream. Returns the image's id. */
  buildImage(context: Readable, options: BuildOptions): Promise<string>

  inspectNetwork(name: string): Promise<Network | undefined>
  createNetwork(spec: {
    name: string
    labels: Record<string, string>
    internal?: boolean
    driver?: string
  }): Promise<void>
  removeNetwork(name: string): Promise<void>
  listNetworks(labels: readonly string[]): Promise<Network[]>

  inspectVolume(name: string): Promise<Volume | undefined>
  createVolume(spec: { name: string; labels: Record<string, string>; driver?: string }): Promise<void>
  removeVolume(name: string): Promise<void>
  listVolumes(labels: readonly string[]): Promise<Volume[]>

  /**
   * Lifecycle events of containers that carry these labels, from the moment of the call. Health probes' exec events are
   * left out. Survives a dropped connection: after each (re)connection it yields `{ kind: 'connected' }`, on which
   * the reader lists again; while the engine is away it yields `{ kind: 'disconnected' }` once. Ends with the signal.
   */
  events(labels: readonly string[], signal: AbortSignal): AsyncIterable<DockerEvent>
  /** The container events that the engine still knows of, oldest first: the last few hundred of all it does. */
  pastEvents(labels: readonly string[]): Promise<ContainerEvent[]>

  /** Closes idle connections. */
  close(): void
}

export interface EngineAbout {
  /** For people: "Docker Desktop", "OrbStack", "Colima", "Podman", "Docker Engine", ... */
  readonly name: string
  readonly version: string
  readonly apiVersion: string
  /** The endpoint, as `unix:///...`, `npipe://...`, `tcp://...` or `ssh://...`. */
  readonly host: string
  readonly rootless: boolean
  readonly cpus: number
  /** Bytes. */
  readonly memory: number
  /** Of the machine on which containers run: "6.8.0-45-generic"; undefined when the engine does not say. */
  readonly kernel?: string
}

export type ContainerState = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead'

export interface Container {
  readonly id: string
  /** Without the leading slash. */
  readonly name: string
  /** The reference it was created from. */
  readonly image: string
  /** The image's content id, `sha256:...`. */
  readonly imageId: string
  readonly state: ContainerState
  readonly exitCode: number
  readonly oomKilled: boolean
  /** What Docker says went wrong at the last start; empty otherwise. */
  readonly error: string
  /** Docker's own health check: undefined when the container has none. */
  readonly health?: 'starting' | 'healthy' | 'unhealthy'
  /** Milliseconds since the epoch; undefined when it never started. */
  readonly startedAt?: number
  readonly finishedAt?: number
  readonly createdAt: number
  /** How often Docker's restart policy started it again. */
  readonly restarts: number
  /** How often it may (`on-failure:5`); undefined where it may as often as it takes. */
  readonly maximumRestarts?: number
  readonly labels: Readonly<Record<string, string>>
  /** The whole environment, the image's included. Values are secret. */
  readonly env: Readonly<Record<string, string>>
  readonly command: readonly string[]
  readonly entrypoint: readonly string[]
  readonly ports: readonly PublishedPort[]
  /** Network name to the container's address there, empty while it does not run. */
  readonly networks: Readonly<Record<string, string>>
  readonly healthTest: readonly string[]
  /** The cores that it may use, in whole and parts; undefined when nothing limits them. */
  readonly cpus?: number
}

export interface PublishedPort {
  readonly target: number
  readonly published: number
  readonly hostIp: string
  readonly protocol: 'tcp' | 'udp'
}

/** Everything needed to create a container. Times are milliseconds, sizes are bytes. */
export interface ContainerSpec {
  readonly name: string
  readonly image: string
  readonly hostname?: string
  readonly labels: Readonly<Record<string, string>>
  /** Values are secret. */
  readonly env: Readonly<Record<string, string>>
  readonly command?: readonly string[]
  readonly entrypoint?: readonly string[]
  readonly ports: readonly PublishedPort[]
  readonly mounts: readonly MountSpec[]
  readonly tmpfs: readonly string[]
  /** Network name to aliases. The first is attached at creation, the others right after it. */
  readonly networks: Readonly<Record<string, readonly string[]>>
  readonly healthcheck?: {
    readonly test: readonly string[]
    readonly interval?: number
    readonly timeout?: number
    readonly retries?: number
    readonly startPeriod?: number
    /** Left out on engines whose API is older than 1.44. */
    readonly startInterval?: number
  }
  readonly restart: { readonly name: string; readonly maximumRetries: number }
  readonly cpus?: number
  readonly memory?: number
  readonly memoryReservation?: number
  readonly pids?: number
  readonly stopSignal?: string
  readonly stopGracePeriod?: number
  readonly logging?: { readonly driver: string; readonly options: Readonly<Record<string, string>> }
  readonly user?: string
  readonly workingDir?: string
  readonly init?: boolean
  /** Kernel settings of the container's own network. */
  readonly sysctls?: Readonly<Record<string, string>>
  /** Docker removes it when it ends. */
  readonly autoRemove?: boolean
  readonly extraHosts: readonly string[]
  readonly ulimits: Readonly<Record<string, { readonly soft: number; readonly hard: number }>>
}

export type MountSpec =
  | {
      readonly type: 'volume' | 'bind'
      readonly source: string
      readonly target: string
      readonly readOnly: boolean
    }
  | { readonly type: 'tmpfs'; readonly target: string; readonly size?: number }

export interface ExecOptions {
  readonly tty?: boolean
  readonly stdin?: boolean
  readonly env?: Readonly<Record<string, string>>
  readonly user?: string
  readonly workingDir?: string
  readonly size?: { readonly columns: number; readonly rows: number }
}

export interface ExecSession {
  /** Standard input (when asked for) and standard output as one byte stream. With a tty, standard error too. */
  readonly stream: Duplex
  /** Standard error; ends at once with a tty. */
  readonly stderr: Readable
  /** Resolves with the exit code when the process ended and its output was delivered. */
  readonly exit: Promise<number>
  resize(size: { columns: number; rows: number }): Promise<void>
  /** Closes the connection. The process in the container may outlive it. */
  close(): void
}

export interface LogOptions {
  readonly follow: boolean
  /** Lines from the end; `all` for everything. */
  readonly tail: number | 'all'
  /** Milliseconds since the epoch. */
  readonly since?: number
  readonly signal?: AbortSignal
}

export interface LogEntry {
  /** Milliseconds since the epoch, from Docker's own stamp. */
  readonly time: number
  /** Docker's stamp as it came, nanoseconds included: equal stamps mark the same line. */
  readonly stamp: string
  readonly stream: 'stdout' | 'stderr'
  /** One line, without its line end. */
  readonly text: string
  /** The nanoseconds behind the milliseconds of `time`, where they were read already. */
  readonly nanos?: number
  /** The text's bytes, where it came as such: those from `from` to `to`. */
  readonly bytes?: Buffer
  readonly from?: number
  readonly to?: number
}

/** What a container uses. Sizes are bytes; traffic and disk count from the container's start. */
export interface StatsSample {
  /** Milliseconds since the epoch, by the engine's clock. */
  readonly at: number
  /** Per cent of one core since the sample before. */
  readonly cpu: number
  /** Without the files that the kernel would give up at once, as `docker stats` counts it. */
  readonly memory: number
  /** Without any files: what the kernel can not take back. */
  readonly unreclaimable: number
  /** All of the machine's memory where the container has no limit; 0 when the engine does not say. */
  readonly memoryLimit: number
  readonly received: number
  readonly sent: number
  readonly read: number
  readonly written: number
  /** Bytes a second since the sample before. */
  readonly rates: {
    readonly received: number
    readonly sent: number
    readonly read: number
    readonly written: number
  }
  readonly processes: number
}

export interface Image {
  readonly id: string
  readonly tags: readonly string[]
  readonly labels: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly command: readonly string[]
  readonly entrypoint: readonly string[]
}

export interface Network {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
}

export interface Volume {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
}

export interface TransferOptions {
  readonly onProgress?: (progress: TransferProgress) => void
  readonly signal?: AbortSignal
}

/** How far a pull or build is. */
export interface TransferProgress {
  /** A line for people: "Downloading", "Step 3/7 : COPY build ./". */
  readonly text: string
  /** The layer, for a pull. */
  readonly layer?: string
  /** Bytes. */
  readonly current?: number
  readonly total?: number
}

export interface BuildOptions extends TransferOptions {
  readonly tag: string
  readonly dockerfile: string
  readonly args: Readonly<Record<string, string>>
  readonly target?: string
  readonly labels: Readonly<Record<string, string>>
}

export interface ContainerEvent {
  readonly kind: 'container'
  readonly id: string
  readonly name: string
  /** `create`, `start`, `die`, `oom`, `kill`, `stop`, `pause`, `unpause`, `destroy`, `rename`, `health_status`. */
  readonly action: string
  /** Milliseconds since the epoch. */
  readonly time: number
  readonly labels: Readonly<Record<string, string>>
  /** Of a death. */
  readonly exitCode?: number
  /** Of a kill: the signal's number. */
  readonly signal?: number
}

export type DockerEvent = { readonly kind: 'connected' } | { readonly kind: 'disconnected' } | ContainerEvent
