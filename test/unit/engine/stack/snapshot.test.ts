import { describe, expect, it } from 'vitest'
import type { EngineAbout } from '../../../../engine/docker/gateway.ts'
import type { Service } from '../../../../engine/project/model.ts'
import type { Observation } from '../../../../engine/stack/observe/observation.ts'
import { toSnapshot } from '../../../../engine/stack/snapshot.ts'
import {
  fakeContainer,
  fakeInstance,
  fakeNothing,
  fakeObservation,
  fakeProject,
  fakeWanted,
} from '../../../support/fake-stack.ts'

const ABOUT: EngineAbout = {
  name: 'Docker Engine',
  version: '28.5.0',
  apiVersion: '1.51',
  host: 'unix:///var/run/docker.sock',
  rootless: false,
  cpus: 2,
  memory: 1e9,
}
const project = fakeProject({ replicas: 2 })
const wanted = fakeWanted(project)
const show = (seen: Observation, of = wanted) => toSnapshot(seen, of, ABOUT)
const stack = (...instances: Parameters<typeof fakeObservation>[1]) => fakeObservation(project, instances)

describe('toSnapshot', () => {
  it('shows a stack that runs', () => {
    const one = fakeInstance(project, 1, { requests: 3, streams: 1 })
    const other = fakeInstance(project, 2, {
      health: 'unhealthy',
      reason: 'answers 503: no database',
      container: { restarts: 4, imageId: 'sha256:older' },
    })
    expect(show(stack(one, other))).toEqual({
      project: 'shop',
      directory: '/shop',
      state: 'running',
      url: 'http://localhost:8080',
      port: 8080,
      scale: { wanted: 2, max: 10 },
      instances: [
        {
          name: 'shop-app-1',
          index: 1,
          id: 'app1',
          state: 'running',
          health: 'healthy',
          reason: '',
          inRotation: true,
          inFlight: 3,
          streams: 1,
          startedAt: 1_000,
          exitCode: null,
          restarts: 0,
          current: true,
        },
        {
          name: 'shop-app-2',
          index: 2,
          id: 'app2',
          state: 'running',
          health: 'unhealthy',
          reason: 'answers 503: no database',
          inRotation: false,
          inFlight: 0,
          streams: 0,
          startedAt: 1_000,
          exitCode: null,
          restarts: 4,
          current: false,
        },
      ],
      services: [
        {
          name: 'caddy',
          state: 'running',
          health: 'healthy',
          image: 'caddy:2.11',
          containers: [{ name: 'shop-caddy-1', id: 'caddy1', state: 'running' }],
        },
        {
          name: 'app',
          state: 'running',
          health: 'unhealthy',
          image: 'shop-app',
          containers: [
            { name: 'shop-app-1', id: 'app1', state: 'running' },
            { name: 'shop-app-2', id: 'app2', state: 'running' },
          ],
        },
        {
          name: 'postgres',
          state: 'running',
          health: 'healthy',
          image: 'postgres:18',
          containers: [{ name: 'shop-postgres-1', id: 'postgres1', state: 'running' }],
        },
      ],
      engine: { name: 'Docker Engine', version: '28.5.0', host: 'unix:///var/run/docker.sock' },
      caddy: 'answering',
      work: null,
      at: 5_000,
    })
  })

  it('says of a healthy instance that is kept out why it gets no requests', () => {
    const [out] = show(stack(fakeInstance(project, 1, { allowed: false }))).instances
    expect([out?.health, out?.inRotation, out?.reason]).toEqual([
      'healthy',
      false,
      'is kept out of the rotation',
    ])
  })

  it('says of a healthy instance that failed a request that Caddy leaves it alone', () => {
    const [resting] = show(stack(fakeInstance(project, 1, { resting: true }))).instances
    expect([resting?.health, resting?.inRotation, resting?.reason]).toEqual([
      'healthy',
      false,
      'failed a request, so Caddy leaves it alone for a moment',
    ])
  })

  it('knows no requests in flight and no start of what does not run', () => {
    const {
      requests: _r,
      streams: _s,
      ...idle
    } = fakeInstance(project, 1, { container: { state: 'exited' } })
    const [instance] = show(stack(idle)).instances
    expect([instance?.inFlight, instance?.streams, instance?.startedAt]).toEqual([null, null, null])
  })

  it('shows the port that is published now, else the one that the files ask for and no address', () => {
    const moved = fakeWanted(fakeProject({ port: 80 }))
    const now = show(stack(fakeInstance(project, 1)), moved)
    const later = show(fakeNothing(), moved)
    expect([now.port, now.url, later.port, later.url]).toEqual([8080, 'http://localhost:8080', 80, null])
  })

  it('leaves the usual port out of the address', () => {
    const usual = fakeProject({ port: 80 })
    expect(show(fakeObservation(usual, []), fakeWanted(usual)).url).toBe('http://localhost')
  })

  it('has no address where Caddy publishes nothing', () => {
    const caddy = fakeContainer(project, 'caddy', 1, { ports: [] })
    const seen = fakeObservation(project, [], { caddy: { state: 'answering', container: caddy } })
    expect([show(seen).port, show(seen).url]).toEqual([null, null])
  })
})

describe('the state of a stack', () => {
  const two = [fakeInstance(project, 1), fakeInstance(project, 2)]
  const stopped = { state: 'exited' } as const

  it('is down without a container', () => {
    expect(show(fakeNothing()).state).toBe('down')
  })

  it('is stopped where nothing runs', () => {
    const seen = fakeObservation(project, [fakeInstance(project, 1, { container: stopped })], {
      services: { caddy: [fakeContainer(project, 'caddy', 1, stopped)] },
      caddy: { state: 'absent' },
    })
    expect(show(seen).state).toBe('stopped')
  })

  it.each([
    ['an instance is missing', [fakeInstance(project, 1)], {}],
    ['a service is missing', two, { services: { caddy: [fakeContainer(project, 'caddy', 1)] } }],
    [
      'a service stopped, whatever its exit code',
      two,
      {
        services: {
          caddy: [fakeContainer(project, 'caddy', 1)],
          postgres: [fakeContainer(project, 'postgres', 1, stopped)],
        },
      },
    ],
  ])('is partial where %s', (_why, instances, change) => {
    expect(show(fakeObservation(project, instances, change)).state).toBe('partial')
  })

  it.each([
    [0, 'running'],
    [1, 'partial'],
  ])('counts a one-shot service that exited with %s as %s', (exitCode, state) => {
    const { postgres, app } = project.services
    if (!postgres || !app) throw new Error('a fake project has a database and an app')
    const migrate: Service = { ...postgres, name: 'migrate' }
    const dependsOn = { migrate: { condition: 'service_completed_successfully', restart: false } } as const
    const bigger = {
      ...project,
      services: { ...project.services, migrate, app: { ...app, dependsOn } },
    }
    const seen = fakeObservation(bigger, two)
    const services = {
      ...seen.services,
      migrate: [fakeContainer(bigger, 'migrate', 1, { state: 'exited', exitCode })],
    }
    expect(show({ ...seen, services }, fakeWanted(bigger)).state).toBe(state)
  })
})

describe('the health of a service', () => {
  const healthOf = (seen: Observation, name: string) =>
    show(seen).services.find((service) => service.name === name)?.health

  it.each([
    ['answering', 'healthy'],
    ['silent', 'starting'],
  ] as const)("takes Caddy's word: %s is %s", (state, health) => {
    const container = fakeContainer(project, 'caddy', 1, { health: 'unhealthy' })
    const seen = fakeObservation(project, [], {
      services: { caddy: [container] },
      caddy: { state, container },
    })
    expect(healthOf(seen, 'caddy')).toBe(health)
  })

  it.each([
    [['healthy', 'starting'], 'starting'],
    [['unknown', 'healthy'], 'unknown'],
    [['starting', 'unhealthy'], 'unhealthy'],
    [['healthy', 'healthy'], 'healthy'],
    [[], 'unknown'],
  ] as const)("takes the app's worst instance: %j is %s", (healths, expected) => {
    const instances = healths.map((health, position) => fakeInstance(project, position + 1, { health }))
    expect(healthOf(stack(...instances), 'app')).toBe(expected)
  })

  it('shows services that only Docker knows, and those that only the files know', () => {
    const seen = fakeObservation(project, [], {
      services: { old: [fakeContainer(project, 'postgres', 1, { name: 'shop-old-1', image: 'old:1' })] },
    })
    expect(show(seen).services.map(({ name, state, health, image }) => [name, state, health, image])).toEqual(
      [
        ['caddy', 'absent', 'unknown', 'caddy:2.11'],
        ['app', 'absent', 'unknown', 'shop-app'],
        ['postgres', 'absent', 'unknown', 'postgres:18'],
        ['old', 'running', 'healthy', 'old:1'],
      ],
    )
  })
})
