import type { Service } from '../model.ts'
import type { Node } from '../yaml/node.ts'
import { readAttachments } from './attachments.ts'
import { readBuild } from './build.ts'
import { readCommand } from './command.ts'
import { readExtraHosts, readLogging, readUlimits } from './container.ts'
import type { Reading } from './context.ts'
import { readDependencies } from './dependencies.ts'
import { readDeploy } from './deploy.ts'
import { readEnvironment } from './environment.ts'
import { defined, openFields } from './fields.ts'
import { readHealthcheck } from './healthcheck.ts'
import { readMounts } from './mounts.ts'
import { readLabels } from './pairs.ts'
import { readPorts } from './ports.ts'
import { readRestart } from './restart.ts'
import { readBoolean, readText, readTextList, readTexts } from './scalars.ts'
import { readDuration } from './units.ts'

const KEYS = [
  ...['image', 'build', 'command', 'entrypoint', 'environment', 'env_file', 'ports', 'volumes', 'tmpfs'],
  ...['networks', 'depends_on', 'healthcheck', 'restart', 'labels', 'deploy', 'scale', 'cpus', 'mem_limit'],
  ...['mem_reservation', 'pids_limit', 'stop_grace_period', 'stop_signal', 'logging', 'user', 'working_dir'],
  ...['init', 'extra_hosts', 'ulimits', 'profiles'],
] as const

/** Docker's own time between SIGTERM and SIGKILL, in milliseconds. */
const DEFAULT_GRACE = 10_000

/**
 * Reads one service. Undefined (and problems) when it is not a mapping. Of an inactive one the files it names are not
 * read, as in Compose: they may be absent.
 *
 * @param active whether a service with these profiles runs.
 * @param project Compose's project name, the first part of the name of an image that is built.
 * @throws ShoalError `env-invalid` for a malformed `env_file`.
 */
export async function readService(
  name: string,
  node: Node,
  project: string,
  active: (profiles: readonly string[]) => boolean,
  reading: Reading,
): Promise<Service | undefined> {
  const field = openFields<string>(node, KEYS, reading)
  if (field === undefined) return undefined
  const image = readText(field('image'), reading)
  const profiles = [...new Set(readTextList(field('profiles'), reading))]
  const runs = active(profiles)
  if (runs && field('image') === undefined && field('build') === undefined)
    reading.problems.add(node, 'has neither an image nor a build')
  const { replicas, resources } = readDeploy(field, reading)
  return {
    name,
    image: image ?? `${project}-${name}`,
    environment: await readEnvironment(field('environment'), runs ? field('env_file') : undefined, reading),
    ports: readPorts(field('ports'), reading),
    mounts: readMounts(field('volumes'), reading),
    tmpfs: readTmpfs(field('tmpfs'), reading),
    networks: readAttachments(field('networks'), reading),
    dependsOn: readDependencies(field('depends_on'), reading),
    restart: readRestart(field('restart'), reading),
    labels: readLabels(field('labels'), reading),
    replicas,
    resources,
    stopGracePeriod: readDuration(field('stop_grace_period'), reading) ?? DEFAULT_GRACE,
    extraHosts: readExtraHosts(field('extra_hosts'), reading),
    ulimits: readUlimits(field('ulimits'), reading),
    profiles,
    ...defined({
      build: readBuild(field('build'), reading),
      command: readCommand(field('command'), reading),
      entrypoint: readCommand(field('entrypoint'), reading),
      healthcheck: readHealthcheck(field('healthcheck'), reading),
      stopSignal: readText(field('stop_signal'), reading),
      logging: readLogging(field('logging'), reading),
      user: readText(field('user'), reading),
      workingDir: readText(field('working_dir'), reading),
      init: readBoolean(field('init'), reading),
    }),
  }
}

/** Of two entries equal up to the first "=" the last counts, as in Compose. */
function readTmpfs(node: Node | undefined, reading: Reading): string[] {
  return [...new Map(readTexts(node, reading).map((entry) => [entry.split('=', 1)[0], entry])).values()]
}
