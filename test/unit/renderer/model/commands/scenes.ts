import type { RecentProject } from '../../../../../contract/app.ts'
import type { Instance, Snapshot } from '../../../../../contract/models.ts'
import type { Scene } from '../../../../../renderer/model/commands/scene.ts'
import type { PlanRun } from '../../../../../renderer/model/plan-run.ts'

export function aProject(name: string): RecentProject {
  return { directory: `/work/${name}`, name, openedAt: 0, present: true, sample: false }
}

export function anInstance(index: number, more: Partial<Instance> = {}): Instance {
  return {
    name: `shop-app-${index}`,
    index,
    id: `id-${index}`,
    state: 'running',
    health: 'healthy',
    reason: '',
    inRotation: true,
    inFlight: 0,
    streams: 0,
    startedAt: 0,
    exitCode: null,
    restarts: 0,
    current: true,
    ...more,
  }
}

export function aSnapshot(more: Partial<Snapshot> = {}): Snapshot {
  return {
    project: 'shop',
    directory: '/work/shop',
    state: 'running',
    url: 'http://localhost:8080',
    port: 8080,
    scale: { wanted: 2, max: 10 },
    instances: [],
    services: [],
    engine: { name: 'Docker Engine', version: '28.5.1', host: 'unix:///var/run/docker.sock' },
    caddy: 'answering',
    work: null,
    at: 0,
    ...more,
  }
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
