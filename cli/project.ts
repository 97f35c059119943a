import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import envPaths from 'env-paths'
import type { Session } from './session.ts'

/** The names under which Compose finds a project, in its order. */
const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']

/**
 * Finds the folder a command works on: `--project`, else the current folder if it holds a compose file, else the
 * bundled sample in the user's data folder (`SHOAL_DATA_DIR` names another), which is copied there first.
 * @throws {ShoalError} when the sample cannot be copied
 */
export async function resolveProject(session: Session): Promise<string> {
  const { host, settings } = session
  if (settings.project !== undefined) return resolve(host.cwd, settings.project)
  if (holdsProject(host.cwd)) return host.cwd
  const sample = join(dataFolder(session), 'sample')
  if (!holdsProject(sample)) await copySample(session, sample)
  return sample
}

function holdsProject(directory: string): boolean {
  return COMPOSE_FILES.some((file) => existsSync(join(directory, file)))
}

function dataFolder({ host }: Session): string {
  const chosen = host.env.SHOAL_DATA_DIR
  return chosen ? resolve(host.cwd, chosen) : envPaths('shoal', { suffix: '' }).data
}

async function copySample(session: Session, directory: string): Promise<void> {
  const engine = await session.engine()
  try {
    await engine.call('project.init', { directory }, { signal: session.signal })
  } catch (error) {
    // Another shoal may have copied it in the meantime.
    if (holdsProject(directory)) return
    throw error
  }
  session.say(`No compose file here: using the bundled sample, copied to ${directory}`)
}
