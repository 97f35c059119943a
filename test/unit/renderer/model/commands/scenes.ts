import type { RecentProject } from '../../../../../contract/app.ts'
import type { Instance, Snapshot } from '../../../../../contract/models.ts'
import type { Scene } from '../../../../../renderer/model/commands/scene.ts'
import type { PlanRun } from '../../../../../renderer/model/plan-run.ts'
import { instance, snapshot } from '../../../../support/scripted-engine.ts'

export function aProject(name: string): RecentProject {
  return { directory: `/work/${name}`, name, openedAt: 0, present: true, sample: false }
}

export function anInstance(index: number, more: Partial<Instance> = {}): Instance {
  return instance(index, { name: `shop-app-${index}`, ...more })
}

export function aSnapshot(more: Partial<Snapshot> = {}): Snapshot {
  return snapshot({ project: 'shop', directory: '/work/shop', instances: [], services: [], ...more })
}

export function aRun(command: string): PlanRun {
  return { command, startedAt: 0, operations: [], notes: [], outcome: null, error: null, took: 0 }
}

/** The project `shop`, which runs with two instances wanted. */
export function aScene(more: Partial<Scene> = {}): Scene {
  const project = aProject('shop')
  return {
    project,
    recent: [project],
    snapshot: aSnapshot(),
    dialled: null,
    run: null,
    theme: 'system',
    linked: true,
    docker: true,
    ...more,
  }
}
