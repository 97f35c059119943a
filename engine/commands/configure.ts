import type { CallParams, Outcome } from '../../contract/calls.ts'
import { ShoalError } from '../../contract/errors.ts'
import type { ProjectChange } from '../../contract/project.ts'
import { withHealthInterval } from '../caddyfile/interval.ts'
import { withMaxScale } from '../caddyfile/slots.ts'
import { writeText } from '../files/write-text.ts'
import { withPatience } from '../project/edit-patience.ts'
import type { Project } from '../project/model.ts'
import { writeDuration } from '../project/read/units.ts'
import { APP } from '../stack/roles.ts'
import type { Host } from './host.ts'
import { remember } from './keep-files.ts'
import { operate } from './operate.ts'
import { planReload } from './plan-reload.ts'
import { appOf, fileForPatience, readComposeFiles } from './project-settings.ts'
import { caddyfilePath, type View } from './view.ts'

/**
 * Writes settings into a project's files, and has Caddy reload a changed Caddyfile. Instances are neither started nor
 * replaced. When Caddy refuses, the files are put back.
 *
 * @throws ShoalError `scale-out-of-range` for a maximum below the scale, `caddyfile-invalid` or `project-invalid` for
 * files that can't be edited, `caddy-unreachable`; nothing was changed then.
 */
export async function configure(
  host: Host,
  { directory, change, dryRun }: CallParams<'project.configure'>,
  signal?: AbortSignal,
): Promise<Outcome> {
  let putBack = async () => false
  return await operate(host, {
    directory,
    command: commandOf(change),
    dryRun,
    signal,
    editCaddyfile: (text, project) => editCaddyfile(text, project, change),
    plan: async (view, connection) => {
      requireRoom(view, change.maxScale)
      await editCompose(view.project, change)
      return touchesCaddy(change) ? await planReload(view, connection, commandOf(change)) : []
    },
    commit: async ({ project, caddyfile }) => {
      const texts = await editCompose(project, change)
      if (touchesCaddy(change)) texts.set(caddyfilePath(project.directory), caddyfile)
      putBack = await remember([...texts.keys()])
      try {
        for (const [path, text] of texts) await writeText(path, text)
      } catch (error) {
        await putBack()
        throw error
      }
    },
    // A Caddy that can't load a Caddyfile goes on with the one it has, so there is nothing else to go back.
    revert: async () => ((await putBack()) ? 'The settings were put back as they were.' : undefined),
  })
}

const touchesCaddy = ({ maxScale, healthInterval }: ProjectChange): boolean =>
  maxScale !== undefined || healthInterval !== undefined

/** "settings maxScale 12, healthInterval 5s" */
function commandOf({ maxScale, ...times }: ProjectChange): string {
  const words = Object.entries(times).flatMap(([key, value]) =>
    value === undefined ? [] : `${key} ${writeDuration(value)}`,
  )
  return `settings ${[...(maxScale === undefined ? [] : [`maxScale ${maxScale}`]), ...words].join(', ')}`.trim()
}

function editCaddyfile(text: string, project: Project, change: ProjectChange): string {
  const { maxScale, healthInterval } = change
  // Bytes that are no text would not survive being written back.
  if (!touchesCaddy(change) || text.includes('\uFFFD')) return text
  const app = appOf(project)
  const sized = maxScale === undefined ? text : withMaxScale(text, app, maxScale)
  return healthInterval === undefined ? sized : withHealthInterval(sized, app, healthInterval)
}

/** The new texts of the compose files that change, by path. */
async function editCompose(
  project: Project,
  { drainDeadline, readyDeadline }: ProjectChange,
): Promise<Map<string, string>> {
  const files = await readComposeFiles(project)
  const edited = new Map<string, string>()
  for (const [key, value, present] of [
    ['drain', drainDeadline, project.settings.drainDeadline],
    ['ready', readyDeadline, project.settings.readyDeadline],
  ] as const) {
    const file = fileForPatience(files, key)
    if (file === undefined || value === undefined || value === present) continue
    const text = edited.get(file.path) ?? file.text
    edited.set(file.path, withPatience(text, key, writeDuration(value), file.name))
  }
  return edited
}

/** Refuses a maximum below the scale that is chosen, or that runs. */
function requireRoom({ seen, project }: View, maxScale: number | undefined): void {
  if (maxScale === undefined) return
  const indexes = seen.instances.map(({ index }) => index)
  const inUse = Math.max(project.services[APP]?.replicas ?? 1, ...indexes)
  if (maxScale >= inUse) return
  throw new ShoalError(
    'scale-out-of-range',
    `The maximum scale can not be ${maxScale} while the scale is ${inUse}; nothing was changed.`,
    `Scale to ${maxScale} or fewer first.`,
  )
}
