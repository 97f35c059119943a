import type { Network, Project, Service, Volume } from './model.ts'

const PREFIX = 'com.docker.compose.'

/** The release of Docker Compose whose conventions these are. */
export const COMPOSE_VERSION = '2.40.3'

/** The labels by which Compose finds a project's containers, networks and volumes. */
export const LABELS = {
  project: `${PREFIX}project`,
  service: `${PREFIX}service`,
  number: `${PREFIX}container-number`,
  oneOff: `${PREFIX}oneoff`,
  configHash: `${PREFIX}config-hash`,
  workingDir: `${PREFIX}project.working_dir`,
  configFiles: `${PREFIX}project.config_files`,
  dependsOn: `${PREFIX}depends_on`,
  image: `${PREFIX}image`,
  version: `${PREFIX}version`,
  network: `${PREFIX}network`,
  volume: `${PREFIX}volume`,
} as const

export interface InstanceOptions {
  /** Any stable text: Compose only wants it to be there. */
  readonly configHash: string
  /** The image's id (`sha256:...`). */
  readonly image: string
  /** True for a container of `compose run`, which is no instance. */
  readonly oneOff?: boolean
}

/** What a container's labels say; undefined fields are those that Compose may leave out. */
export interface InstanceLabels {
  readonly project: string
  readonly service: string
  readonly number: number
  readonly oneOff: boolean
  readonly configHash: string | undefined
  readonly image: string | undefined
  readonly workingDir: string | undefined
  readonly configFiles: readonly string[]
}

type Labels = Record<string, string>

/** Labels of one container: the service's own, and Compose's, which win. */
export function containerLabels(
  project: Pick<Project, 'name' | 'directory' | 'files'>,
  service: Pick<Service, 'name' | 'labels' | 'dependsOn'>,
  number: number,
  options: InstanceOptions,
): Labels {
  const dependencies = Object.entries(service.dependsOn)
    .map(([name, { condition, restart }]) => `${name}:${condition}:${restart}`)
    .sort()
  return {
    ...service.labels,
    [LABELS.project]: project.name,
    [LABELS.service]: service.name,
    [LABELS.number]: String(number),
    [LABELS.oneOff]: options.oneOff === true ? 'True' : 'False',
    [LABELS.configHash]: options.configHash,
    [LABELS.workingDir]: project.directory,
    [LABELS.configFiles]: project.files.join(','),
    [LABELS.dependsOn]: dependencies.join(','),
    [LABELS.image]: options.image,
    [LABELS.version]: COMPOSE_VERSION,
  }
}

/** Labels of a network that the project creates. Compose compares no hash of it, so it carries none. */
export function networkLabels(
  project: Pick<Project, 'name'>,
  network: Pick<Network, 'key' | 'labels'>,
): Labels {
  return {
    ...network.labels,
    [LABELS.project]: project.name,
    [LABELS.network]: network.key,
    [LABELS.version]: COMPOSE_VERSION,
  }
}

/** Labels of a volume that the project creates. */
export function volumeLabels(project: Pick<Project, 'name'>, volume: Pick<Volume, 'key' | 'labels'>): Labels {
  return {
    ...volume.labels,
    [LABELS.project]: project.name,
    [LABELS.volume]: volume.key,
    [LABELS.version]: COMPOSE_VERSION,
  }
}

/** Reads the labels of a container that Compose or Shoal created; undefined for any other container. */
export function parseInstanceLabels(labels: Readonly<Record<string, string>>): InstanceLabels | undefined {
  const project = labels[LABELS.project]
  const service = labels[LABELS.service]
  const number = Number(labels[LABELS.number])
  if (project === undefined || service === undefined || !Number.isInteger(number)) return undefined
  return {
    project,
    service,
    number,
    oneOff: labels[LABELS.oneOff] === 'True',
    configHash: labels[LABELS.configHash],
    image: labels[LABELS.image],
    workingDir: labels[LABELS.workingDir],
    configFiles: labels[LABELS.configFiles]?.split(',') ?? [],
  }
}
