import { join, resolve } from 'node:path'
import type { Engine } from '../contract/engine.ts'
import { holdsProject } from '../engine/project/holds-project.ts'
import { dataFolder } from './data-folder.ts'
import type { Host } from './host.ts'

/** What it takes to find a project: a session is one. */
interface Seeker {
  readonly host: Pick<Host, 'cwd' | 'env'>
  readonly settings: { readonly project?: string }
  readonly signal: AbortSignal
  readonly say: (text: string) => void
  engine(): Promise<Engine>
}

/**
 * Finds the folder a command works on: `--project`, else the current folder if it holds a compose file, else the
 * bundled sample in the user's data folder (`SHOAL_DATA_DIR` names another), which is copied there first.
 * @throws {ShoalError} when the sample cannot be copied
 */
export async function resolveProject(seeker: Seeker): Promise<string> {
  const { host, settings } = seeker
  if (settings.project !== undefined) return resolve(host.cwd, settings.project)
  if (holdsProject(host.cwd)) return host.cwd
  const sample = join(dataFolder(host.env, host.cwd), 'sample')
  if (holdsProject(sample)) return sample
  const engine = await seeker.engine()
  const { directory } = await engine.call('projects.sample', {}, { signal: seeker.signal })
  seeker.say(`No compose file here: using the bundled sample, copied to ${directory}`)
  return directory
}
