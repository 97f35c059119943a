import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'
import type { Engine } from '../contract/engine.ts'
import type { Host } from './host.ts'

/** The names under which Compose finds a project, in its order. */
const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']

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
  const sample = join(dataFolder(seeker), 'sample')
  if (!holdsProject(sample)) await copySample(seeker, sample)
  return sample
}

function holdsProject(directory: string): boolean {
  return COMPOSE_FILES.some((file) => existsSync(join(directory, file)))
}

function dataFolder({ host }: Seeker): string {
  const chosen = host.env.SHOAL_DATA_DIR
  return chosen ? resolve(host.cwd, chosen) : envPaths('shoal', { suffix: '' }).data
}

async function copySample(seeker: Seeker, directory: string): Promise<void> {
  const engine = await seeker.engine()
  try {
    await engine.call('project.init', { directory }, { signal: seeker.signal })
  } catch (error) {
    // Another shoal may have copied it in the meantime.
    if (holdsProject(directory)) return
    throw error
  }
  seeker.say(`No compose file here: using the bundled sample, copied to ${directory}`)
}
