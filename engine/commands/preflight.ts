import { existsSync } from 'node:fs'
import { ShoalError } from '../../contract/errors.ts'
import type { Docker } from '../docker/gateway.ts'
import { portBusyError } from '../ports/errors.ts'
import { isPortFree } from '../ports/free.ts'
import { findPortHolder } from '../ports/holder.ts'
import { nextFreePort } from '../ports/next.ts'
import { LABELS } from '../project/labels.ts'
import { publicPort, publishedPort } from '../stack/plan/caddy.ts'
import type { Step } from '../stack/plan/step.ts'
import { CADDY } from '../stack/roles.ts'
import type { View } from './view.ts'

/** Refuses a plan that cannot come to a good end, before anything is changed. */
export async function preflight(docker: Docker, view: View, steps: readonly Step[]): Promise<void> {
  refuseOtherFolder(view)
  await Promise.all([refuseForeignNames(docker, view, steps), refuseBusyPort(docker, view, steps)])
}

/** Two folders with one project name would see each other's containers, and `down` would remove both. */
function refuseOtherFolder({ project, seen }: View): void {
  const containers = [
    ...seen.instances.map(({ container }) => container),
    ...Object.values(seen.services).flat(),
  ]
  for (const { labels } of containers) {
    const folder = labels[LABELS.workingDir]
    if (folder === undefined || folder === project.directory || !existsSync(folder)) continue
    throw new ShoalError(
      'project-foreign',
      `The project name "${project.name}" is in use by the folder ${folder}; nothing was changed.`,
      'Give one of them another name: a line `name: something` at the top of its compose.yaml.',
    )
  }
}

async function refuseForeignNames(docker: Docker, { project }: View, steps: readonly Step[]): Promise<void> {
  const removed = new Set(steps.filter(({ verb }) => verb === 'remove').map(({ target }) => target))
  const created = steps.filter(({ verb, target }) => verb === 'create' && !removed.has(target))
  await Promise.all(
    created.map(async ({ target }) => {
      const container = await docker.inspectContainer(target)
      if (!container || container.labels[LABELS.project] === project.name) return
      throw new ShoalError(
        'project-foreign',
        `A container named ${target} is there already and does not belong to this project; nothing was changed.`,
        `Remove or rename it, or give this project another name in compose.yaml.`,
      )
    }),
  )
}

async function refuseBusyPort(docker: Docker, { wanted, seen }: View, steps: readonly Step[]): Promise<void> {
  const port = publicPort(wanted)
  const starts =
    steps.some((step) => step.verb === 'create' && step.service === CADDY) ||
    steps.some(
      (step) =>
        step.verb === 'start' && (seen.services[CADDY] ?? []).some(({ name }) => name === step.target),
    )
  if (port === null || port === 0 || !starts) return
  const ours = (seen.services[CADDY] ?? []).some(
    (container) => container.state === 'running' && publishedPort(container) === port,
  )
  if (ours || (await isPortFree(port, wanted.caddy.ports[0]?.hostIp))) return
  throw await explainPort(docker, port)
}

/** Says who holds a port, and which one is free. */
export async function explainPort(docker: Docker, port: number): Promise<ShoalError> {
  const [holder, next] = await Promise.all([findPortHolder(port, docker), nextFreePort(port + 1)])
  return portBusyError(port, holder, next)
}
