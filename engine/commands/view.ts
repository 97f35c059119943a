import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ShoalError } from '../../contract/errors.ts'
import type { Snapshot } from '../../contract/models.ts'
import { loadProject } from '../project/load.ts'
import type { Project } from '../project/model.ts'
import type { Observation } from '../stack/observe/observation.ts'
import { observe } from '../stack/observe/observe.ts'
import { toSnapshot } from '../stack/snapshot.ts'
import { type Wanted, want } from '../stack/want/wanted.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Connection, Seer } from './host.ts'
import { readEnv } from './keep-files.ts'
import { readWork } from './work.ts'

/** A project's files beside what is there: all that a planner needs. */
export interface View {
  readonly project: Project
  readonly wanted: Wanted
  readonly seen: Observation
  readonly caddyfile: string
}

export interface ViewOptions {
  /** Also compare build contexts with the images made from them, which reads every source file. */
  readonly sources?: boolean
  /** Look at Docker only: Caddy and through it the instances are not asked how they are. */
  readonly dockerOnly?: boolean
  /** Reads the project as if its `.env` were edited so. */
  readonly edit?: (text: string) => string
  /** Reads the project as if its Caddyfile were edited so. */
  readonly editCaddyfile?: (text: string, project: Project) => string
}

/**
 * Reads a project and looks at what runs of it. Throws what `loadProject` and Docker throw.
 * @param connection may still be on its way: the project is read meanwhile
 */
export async function view(
  host: Seer,
  connection: Connection | Promise<Connection>,
  directory: string,
  { sources = false, dockerOnly = false, edit, editCaddyfile }: ViewOptions = {},
): Promise<View> {
  const env = edit?.((await readEnv(directory)) ?? '')
  const [{ docker, links }, project, written] = await Promise.all([
    connection,
    loadProject(directory, { environment: host.environment, ...(env === undefined ? {} : { env }) }),
    readCaddyfile(directory),
  ])
  const caddyfile = editCaddyfile?.(written, project) ?? written
  const [seen, wanted] = await Promise.all([
    observe(docker, dockerOnly ? undefined : links.of, project.name),
    want(project, docker, caddyfile, sources ? fingerprintOf : undefined),
  ])
  return { project, wanted, seen, caddyfile }
}

/** Whether there is anything that a changed file has to reach. */
export const isRunning = ({ seen }: View): boolean =>
  seen.instances.some(({ container }) => container.state === 'running')

/** The current snapshot of a project. */
export async function status(host: Seer, directory: string): Promise<Snapshot> {
  const connection = host.connect()
  const [{ seen, wanted }, about, work] = await Promise.all([
    view(host, connection, directory),
    connection.then(({ docker }) => docker.about()),
    readWork(directory),
  ])
  return toSnapshot(seen, wanted, about, work)
}

export const caddyfilePath = (directory: string): string => join(directory, 'Caddyfile')

/** A project's Caddyfile; empty when there is none. Throws `caddyfile-invalid` when it can't be opened. */
export async function readCaddyfile(directory: string): Promise<string> {
  const path = caddyfilePath(directory)
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw new ShoalError(
      'caddyfile-invalid',
      `${path} can not be read; nothing was changed.`,
      'Check its permissions.',
      {
        cause,
      },
    )
  }
}
