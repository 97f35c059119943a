import { realpath } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { RecentProject } from '../../contract/app.ts'
import type { CallOutput, CallParams } from '../../contract/calls.ts'
import { ShoalError } from '../../contract/errors.ts'
import { holdsProject } from '../project/holds-project.ts'
import { loadProject } from '../project/load.ts'
import { addRecent, forgetRecent, type RecentEntry, readRecent } from '../recent/list.ts'
import type { Host } from './host.ts'
import { init } from './init.ts'

/** Projects that were opened lately, newest first. */
export async function listRecent(host: Host): Promise<CallOutput<'projects.recent'>> {
  if (host.dataFolder === undefined) return { projects: [] }
  const sample = await real(sampleOf(host))
  const entries = await readRecent(recentOf(host))
  return { projects: entries.map((entry) => describe(entry, sample)) }
}

/** Checks that the folder holds a project that Shoal can run, and remembers it. Throws what `loadProject` does. */
export async function openProject(
  host: Host,
  { directory }: CallParams<'projects.open'>,
): Promise<RecentProject> {
  const path = await real(directory)
  const { name } = await loadProject(path, { environment: host.environment })
  const entry = { directory: path, name: name || basename(path), openedAt: Date.now() }
  if (host.dataFolder === undefined) return describe(entry, undefined)
  await addRecent(recentOf(host), entry)
  return describe(entry, await real(sampleOf(host)))
}

/** Takes a project off the list; its files are left alone. */
export async function forgetProject(
  host: Host,
  { directory }: CallParams<'projects.forget'>,
): Promise<CallOutput<'projects.forget'>> {
  // A folder that is gone has no real path any more: it is known by the one it was opened with.
  for (const path of new Set([resolve(directory), await real(directory)]))
    await forgetRecent(recentOf(host), path)
  return {}
}

/** The user's copy of the bundled sample, made when there is none yet, and opened. Throws what `init` does. */
export async function openSample(host: Host): Promise<RecentProject> {
  const directory = sampleOf(host)
  if (!holdsProject(directory))
    await init(host, { directory }).catch((error) => {
      // Another Shoal may have copied it in the meantime.
      if (!holdsProject(directory)) throw error
    })
  return await openProject(host, { directory })
}

function describe(entry: RecentEntry, sample: string | undefined): RecentProject {
  const { directory } = entry
  return { ...entry, present: holdsProject(directory), sample: directory === sample }
}

async function real(directory: string): Promise<string> {
  return await realpath(directory).catch(() => resolve(directory))
}

function recentOf(host: Host): string {
  return join(dataFolderOf(host), 'recent.json')
}

function sampleOf(host: Host): string {
  return join(dataFolderOf(host), 'sample')
}

function dataFolderOf({ dataFolder }: Host): string {
  if (dataFolder !== undefined) return dataFolder
  throw new ShoalError('file-write', 'This Shoal has no folder of its own; nothing was changed.')
}
