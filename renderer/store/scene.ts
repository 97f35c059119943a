import type { Scene } from '../model/commands/scene.ts'
import type { Shoal } from './types.ts'

/** What decides which commands make sense. */
export function sceneOf(state: Shoal): Scene {
  const { project, recent, snapshot, dialled, run, settings, link, docker } = state
  return {
    project,
    recent,
    snapshot,
    dialled,
    run,
    theme: settings?.theme ?? 'system',
    linked: link === 'open',
    docker: docker?.state === 'found',
  }
}
