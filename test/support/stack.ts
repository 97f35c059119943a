import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Dockerode from 'dockerode'
import getPort from 'get-port'
import { type Snapshot, snapshotSchema } from '../../contract/models.ts'
import { connectDocker } from '../../engine/docker/connect.ts'
import type { Docker } from '../../engine/docker/gateway.ts'
import { mustSucceed, runShoal, type ShoalProcess, type ShoalResult, spawnShoal } from './shoal.ts'

/** The sample app's image, built by the first stack that needs it and lent to the others under their own names. */
const SHARED_IMAGE = 'shoal-test-app:latest'

export interface Stack {
  /** A copy of the bundled project. */
  readonly directory: string
  /** Compose's project name: the folder's. */
  readonly project: string
  readonly url: string
  readonly port: number
  /** The machine's engine, through Shoal's own gateway. */
  readonly docker: Docker
  /** Runs `shoal --project <directory> ...` to its end, whatever that is. */
  shoal(...args: string[]): Promise<ShoalResult>
  /** The same, and throws with what it said unless it ended with 0. */
  mustShoal(...args: string[]): Promise<ShoalResult>
  /** Starts the same as a process of its own, to be sent signals. */
  spawnShoal(...args: string[]): ShoalProcess
  status(): Promise<Snapshot>
  /** The container's name: `app-2`, `caddy-1`. */
  container(suffix: string): string
  /** Runs a command in a container and returns its standard output; throws unless it ends with 0. */
  exec(suffix: string, ...command: string[]): Promise<string>
  /** Kills a container's first process from outside, as the kernel would: Docker sees a crash, not a `kill`. */
  crash(suffix: string): Promise<void>
  /** Takes everything away and throws when something of the project is left. */
  dispose(): Promise<void>
}

export interface StackOptions {
  /** Instances; 1 by default. 0 leaves the project as `init` made it, with nothing started. */
  readonly scale?: number
  /** The folder's name, and so the project's; one that nobody else uses by default. */
  readonly project?: string
  /** An existing folder to put it into; a temporary one of its own by default. It is removed with the stack. */
  readonly parent?: string
}

/** Makes a project of its own from the bundled one and brings it up, by the command line. Call `dispose` at the end. */
export async function createStack({ scale = 1, ...options }: StackOptions = {}): Promise<Stack> {
  const parent = options.parent ?? (await mkdtemp(join(tmpdir(), 'shoal-stack-')))
  const project = options.project ?? `shoal-test-${randomBytes(4).toString('hex')}`
  const directory = join(parent, project)
  const port = await getPort()
  const { docker } = await connectDocker()
  const images = new Dockerode(await socketOf(docker))
  const inProject = (args: readonly string[]) => ['--project', directory, ...args]
  const shoal = (...args: string[]) => runShoal(inProject(args))
  const mustShoal = async (...args: string[]) => mustSucceed(await shoal(...args), `shoal ${args.join(' ')}`)
  const container = (suffix: string) => `${project}-${suffix}`

  const dispose = async () => {
    await mustShoal('down', '--volumes')
    await images
      .getImage(`${project}-app:latest`)
      .remove()
      .catch(() => {})
    const left = await leftovers(docker, project)
    docker.close()
    await rm(parent, { recursive: true, force: true })
    if (left.length > 0) throw new Error(`${project} left behind: ${left.join(', ')}`)
  }

  try {
    mustSucceed(await runShoal(['init', directory]), 'shoal init')
    await mustShoal('env', 'set', `PORT=${port}`, '--no-apply')
    await tag(images, SHARED_IMAGE, `${project}-app`)
    if (scale > 0) {
      await mustShoal('up', '--scale', String(scale))
      await tag(images, `${project}-app:latest`, SHARED_IMAGE.replace(':latest', ''))
    }
  } catch (error) {
    await dispose().catch(() => {})
    throw error
  }
  return {
    directory,
    project,
    port,
    url: `http://127.0.0.1:${port}`,
    docker,
    shoal,
    mustShoal,
    spawnShoal: (...args) => spawnShoal(inProject(args)),
    status: async () => snapshotSchema.parse((await mustShoal('status', '--json')).json),
    container,
    exec: (suffix, ...command) => exec(docker, container(suffix), command),
    crash: async (suffix) => {
      const { State } = await images.getContainer(container(suffix)).inspect()
      process.kill(State.Pid, 'SIGKILL')
    },
    dispose,
  }
}

async function exec(docker: Docker, container: string, command: readonly string[]): Promise<string> {
  const session = await docker.exec(container, command)
  const output: Buffer[] = []
  const errors: Buffer[] = []
  session.stream.on('data', (chunk: Buffer) => output.push(chunk))
  session.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
  const code = await session.exit
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}: ${Buffer.concat(errors)}`)
  return Buffer.concat(output).toString()
}

/** Names an image a second time; nothing happens when it does not exist yet. */
async function tag(images: Dockerode, from: string, to: string): Promise<void> {
  const named = images.getImage(from).tag({ repo: to, tag: 'latest' })
  await named.catch((error: { statusCode?: number }) => {
    if (error.statusCode !== 404) throw error
  })
}

async function leftovers(docker: Docker, project: string): Promise<string[]> {
  const label = `com.docker.compose.project=${project}`
  const [containers, networks, volumes] = await Promise.all([
    docker.listContainers([label]),
    docker.listNetworks([label]),
    docker.listVolumes([label]),
  ])
  return [...containers, ...networks, ...volumes].map(({ name }) => name)
}

async function socketOf(docker: Docker): Promise<Dockerode.DockerOptions> {
  const { host } = await docker.about()
  return host.startsWith('unix://') ? { socketPath: host.slice('unix://'.length) } : {}
}
