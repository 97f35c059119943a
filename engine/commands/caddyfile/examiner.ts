import type { Examined, Remark } from '../../caddy/examine.ts'
import type { CaddyLink } from '../../caddy/link.ts'
import { adaptIn, formatIn, validateIn } from '../../caddy/program.ts'
import type { Container } from '../../docker/gateway.ts'
import { LABELS } from '../../project/labels.ts'
import { loadProject } from '../../project/load.ts'
import type { Project } from '../../project/model.ts'
import { CADDY, requireRoles } from '../../stack/roles.ts'
import type { Connection, Host } from '../host.ts'

/** A Caddy that can be asked what it makes of a text. */
export interface Examiner {
  readonly by: 'running' | 'stand-in'
  /** What the text means, without loading it. */
  examine(text: string): Promise<Examined>
  /** Why it could not be loaded, though it can be read; undefined when nothing stands in the way. */
  validate(text: string): Promise<Remark | undefined>
  format(text: string): Promise<string>
}

/** The Caddy that runs for a project, if one answers. */
export interface RunningCaddy {
  readonly container: Container
  readonly link: CaddyLink
  readonly config: unknown
}

export interface Surroundings {
  readonly project: Project
  readonly connection: Connection
  readonly caddy: 'answering' | 'silent' | 'absent'
  readonly running: RunningCaddy | undefined
  /** Starts a container where no Caddy answers. Throws `image-missing` when its image is not there. */
  readonly examiner: () => Promise<Examiner>
}

/** Finds out who can be asked about a Caddyfile. Throws what `loadProject` and Docker throw. */
export async function lookAround(host: Host, directory: string): Promise<Surroundings> {
  const [project, connection] = await Promise.all([
    loadProject(directory, { environment: host.environment }),
    host.connect(),
  ])
  const { docker, links } = connection
  const container = await findCaddy(connection, project.name)
  const link = container && links.of(container)
  const config = await link?.admin.config().catch(() => undefined)
  const running = container && link && config !== undefined ? { container, link, config } : undefined
  return {
    project,
    connection,
    caddy: running ? 'answering' : container ? 'silent' : 'absent',
    running,
    examiner: async () => {
      if (running) return ofRunning(connection, running)
      const { image, environment } = requireRoles(project).caddy
      const standIn = await links.standIns.of({ image, env: environment })
      return {
        by: 'stand-in',
        examine: (text) => adaptIn(docker, standIn, text),
        validate: (text) => validateIn(docker, standIn, text),
        format: (text) => formatIn(docker, standIn, text),
      }
    },
  }
}

function ofRunning({ docker }: Connection, { container, link }: RunningCaddy): Examiner {
  return {
    by: 'running',
    examine: (text) => link.admin.examine(text),
    validate: (text) => validateIn(docker, container.id, text),
    format: (text) => formatIn(docker, container.id, text),
  }
}

/** The newest Caddy of a project that runs. */
async function findCaddy({ docker }: Connection, project: string): Promise<Container | undefined> {
  const containers = await docker.listContainers([
    `${LABELS.project}=${project}`,
    `${LABELS.service}=${CADDY}`,
  ])
  return containers.filter(({ state }) => state === 'running').sort((a, b) => b.createdAt - a.createdAt)[0]
}
