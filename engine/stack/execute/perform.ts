import { ShoalError } from '../../../contract/errors.ts'
import { networkLabels, volumeLabels } from '../../project/labels.ts'
import type { Step } from '../plan/step.ts'
import { CADDY } from '../roles.ts'
import { containerSpec } from '../want/spec.ts'
import { waitAnswer } from './caddy-up.ts'
import { type Context, mustInspect, type Run } from './context.ts'
import { withMigration } from './migration.ts'
import { reportParts } from './parts.ts'
import { waitReady } from './ready.ts'
import { reload } from './reload.ts'
import { drain, join, leave, manageRotation } from './rotate.ts'
import { waitHealthy } from './service-up.ts'

/** Does one operation. Decides nothing. Throws ShoalErrors. */
export async function perform(context: Context, step: Step, run: Run): Promise<void> {
  const { docker } = context
  const { target } = step
  switch (step.verb) {
    case 'pull':
      return reportParts(run, (onProgress) => docker.pullImage(target, { signal: run.signal, onProgress }))
    case 'build':
      return context.build(step.service, run)
    case 'create-network':
      return createNetwork(context, step.network)
    case 'create-volume':
      return createVolume(context, step.volume)
    case 'create':
      return create(context, step.service, step.index)
    case 'start':
      return start(context, target)
    case 'wait-healthy':
      return waitHealthy(context, target, step.condition, run)
    case 'wait-answer':
      return waitAnswer(context, target, step.port, run)
    case 'wait-ready':
      return waitReady(context, step.index, run)
    case 'manage-rotation':
      return manageRotation(context, step.members)
    case 'join':
      return join(context, step.index)
    case 'leave':
      return leave(context, step.index, run)
    case 'drain':
      return drain(context, step.index, run)
    case 'stop':
      return docker.stopContainer(target, step.grace)
    case 'remove':
      return docker.removeContainer(target, { force: true })
    case 'remove-network':
      return docker.removeNetwork(target)
    case 'remove-volume':
      return docker.removeVolume(target)
    case 'reload':
      return reload(context)
  }
}

async function createNetwork({ docker, wanted }: Context, key: string): Promise<void> {
  const network = wanted.project.networks[key]
  if (!network) return
  const { name, internal, driver } = network
  await docker.createNetwork({
    name,
    internal,
    labels: networkLabels(wanted.project, network),
    ...(driver ? { driver } : {}),
  })
}

async function createVolume({ docker, wanted }: Context, key: string): Promise<void> {
  const volume = wanted.project.volumes[key]
  if (!volume) return
  const { name, driver } = volume
  await docker.createVolume({
    name,
    labels: volumeLabels(wanted.project, volume),
    ...(driver ? { driver } : {}),
  })
}

async function create({ docker, wanted }: Context, name: string, index: number): Promise<void> {
  const service = wanted.project.services[name]
  if (!service) return
  const known = wanted.builds[name] ? undefined : wanted.images[name]
  const image = known ?? (await docker.inspectImage(service.image))
  const spec = containerSpec(wanted.project, service, index, image?.id ?? '')
  await docker.createContainer(name === CADDY ? withMigration(spec, await docker.about()) : spec)
}

async function start(context: Context, target: string): Promise<void> {
  try {
    await context.docker.startContainer(target)
  } catch (error) {
    if (!(error instanceof ShoalError) || error.code !== 'port-busy') throw error
    const { ports } = await mustInspect(context, target).catch(() => ({ ports: [] }))
    const port = ports[0]?.published
    // A container that could not publish its port is of no use, and would be in the way of the next try.
    await context.docker.removeContainer(target, { force: true })
    throw port === undefined ? error : await context.explainPort(port)
  }
}
