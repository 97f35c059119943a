import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { connectDocker } from '../../engine/docker/connect.ts'
import type { ContainerSpec, Docker } from '../../engine/docker/gateway.ts'

/** Set-up guarantees this image. */
export const IMAGE = 'node:24-slim'

/** A container that does nothing until it is told to stop. */
export const IDLE = ['sh', '-c', 'trap "exit 0" TERM; while :; do sleep 1000 & wait; done']

export interface RealEngine {
  readonly docker: Docker
  /** The label that every container made here carries. */
  readonly label: string
  /** A name that nobody else uses. */
  name(): string
  create(command: readonly string[], more?: Partial<ContainerSpec>): Promise<string>
  run(command: readonly string[], more?: Partial<ContainerSpec>): Promise<string>
}

/**
 * The machine's own engine, for scenarios. Call it at the top of a test file. Containers, networks and volumes that carry
 * its label are removed after each test.
 */
export function realEngine(): RealEngine {
  const run = randomBytes(4).toString('hex')
  const label = `shoal.test=${run}`
  let count = 0
  let connected: Docker | undefined
  const docker = (): Docker => {
    if (connected === undefined) throw new Error('The engine can be used inside tests only')
    return connected
  }
  beforeAll(async () => {
    connected = (await connectDocker()).docker
  })
  afterEach(() => removeLabelled(docker(), label))
  afterAll(() => docker().close())

  const name = () => {
    count += 1
    return `shoal-test-${run}-${count}`
  }
  const create = (command: readonly string[], more: Partial<ContainerSpec> = {}) =>
    docker().createContainer({ ...LEAST, name: name(), labels: { 'shoal.test': run }, command, ...more })
  return {
    get docker() {
      return docker()
    },
    label,
    name,
    create,
    run: async (command, more) => {
      const id = await create(command, more)
      await docker().startContainer(id)
      return id
    },
  }
}

const LEAST = {
  image: IMAGE,
  env: {},
  ports: [],
  mounts: [],
  tmpfs: [],
  networks: {},
  restart: { name: 'no', maximumRetries: 0 },
  extraHosts: [],
  ulimits: {},
}

async function removeLabelled(docker: Docker, label: string): Promise<void> {
  for (const { id } of await docker.listContainers([label])) await docker.removeContainer(id, { force: true })
  for (const { name } of await docker.listNetworks([label])) await docker.removeNetwork(name)
  for (const { name } of await docker.listVolumes([label])) await docker.removeVolume(name)
}
