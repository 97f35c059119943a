import { relative } from 'node:path'
import type { CallOutput, CallParams } from '../../contract/calls.ts'
import { readHealthInterval } from '../caddyfile/interval.ts'
import type { App } from '../caddyfile/proxies.ts'
import { readMaxScale } from '../caddyfile/slots.ts'
import { readText } from '../files/read-text.ts'
import { type PatienceKey, readPatience, withPatience } from '../project/edit-patience.ts'
import { loadProject } from '../project/load.ts'
import type { Project } from '../project/model.ts'
import { APP, CADDY } from '../stack/roles.ts'
import type { Host } from './host.ts'
import { readCaddyfile } from './view.ts'

/** What a project's files say about how it is run, and where. Throws what `loadProject` throws. */
export async function readProjectSettings(
  host: Host,
  { directory }: CallParams<'project.settings'>,
): Promise<CallOutput<'project.settings'>> {
  const project = await loadProject(directory, { environment: host.environment })
  const [caddyfile, files] = await Promise.all([readCaddyfile(project.directory), readComposeFiles(project)])
  const app = appOf(project)
  const { drainDeadline, readyDeadline } = project.settings
  return {
    maxScale: readMaxScale(caddyfile, app),
    healthInterval: readHealthInterval(caddyfile, app),
    drainDeadline: readPatienceSetting(files, 'drain', drainDeadline, host.settings.drainDeadline),
    readyDeadline: readPatienceSetting(files, 'ready', readyDeadline, host.settings.readyDeadline),
  }
}

/** How the Caddyfile names the instances of a project. */
export function appOf({ name, services }: Project): App {
  return { name: `${name}-${APP}`, environment: services[CADDY]?.environment ?? {} }
}

export interface ComposeFile {
  readonly path: string
  /** Relative to the project. */
  readonly name: string
  readonly text: string
}

/** The compose files of a project, in the order in which they are merged. */
export async function readComposeFiles({ files, directory }: Project): Promise<ComposeFile[]> {
  return await Promise.all(
    files.map(async (path) => ({
      path,
      name: relative(directory, path) || path,
      text: (await readText(path)) ?? '',
    })),
  )
}

/** The file whose word on a duration counts; the first one when none has a word on it. */
export function fileForPatience(files: readonly ComposeFile[], key: PatienceKey): ComposeFile | undefined {
  return files.findLast(({ text, name }) => readPatience(text, key, name) !== undefined) ?? files[0]
}

function readPatienceSetting(
  files: readonly ComposeFile[],
  key: PatienceKey,
  effective: number | undefined,
  fallback: number,
): { value: number | null; source: string } {
  const file = fileForPatience(files, key)
  if (file === undefined) return { value: fallback, source: 'default' }
  const written = readPatience(file.text, key, file.name)
  const source = written === undefined ? 'default' : `${file.name}, line ${written.line}`
  if (written?.value === effective && isEditable(file, key)) return { value: effective ?? fallback, source }
  const where = written === undefined ? file.name : source
  return { value: null, source: `${where}: x-shoal.${key} is not written as a duration of its own` }
}

function isEditable({ text, name }: ComposeFile, key: PatienceKey): boolean {
  try {
    withPatience(text, key, '1ms', name)
    return true
  } catch {
    return false
  }
}
