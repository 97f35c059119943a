import { describe, expect, it } from 'vitest'
import type { Container } from '../../../../../engine/docker/gateway.ts'
import type { Project, Service } from '../../../../../engine/project/model.ts'
import { planConverge } from '../../../../../engine/stack/plan/converge.ts'
import { printPlan } from '../../../../../engine/stack/plan/print.ts'
import { toPlan } from '../../../../../engine/stack/plan/step.ts'
import {
  fakeContainer,
  fakeInstance,
  fakeNothing,
  fakeObservation,
  fakeProject,
  fakeWanted,
} from '../../../../support/fake-stack.ts'

/** A project whose app waits until `migrate` has completed, which waits for the database. */
function withMigration(restart: Service['restart']['name'] = 'no'): Project {
  const project = fakeProject()
  const { app, postgres } = project.services
  if (!app || !postgres) throw new Error('a fake project has an app and a database')
  const { healthcheck: _none, ...bare } = postgres
  const migrate: Service = {
    ...bare,
    name: 'migrate',
    image: 'shop-migrate',
    restart: { name: restart, maximumRetries: 0 },
    dependsOn: { postgres: { condition: 'service_healthy', restart: false } },
  }
  const dependsOn = { migrate: { condition: 'service_completed_successfully', restart: false } } as const
  return { ...project, services: { ...project.services, app: { ...app, dependsOn }, migrate } }
}

function text(project: Project, migrate: Partial<Container>): string {
  const seen = fakeObservation(project, [fakeInstance(project, 1)], {
    services: {
      caddy: [fakeContainer(project, 'caddy', 1)],
      postgres: [fakeContainer(project, 'postgres', 1)],
      migrate: [fakeContainer(project, 'migrate', 1, migrate)],
    },
  })
  return `\n${printPlan(toPlan(planConverge(seen, fakeWanted(project), { scale: 1, cause: 'up' })))}\n`
}

describe('a one-shot service', () => {
  it('runs after what it needs, and holds the instances until it has completed', () => {
    const project = withMigration()
    const steps = planConverge(fakeNothing(), fakeWanted(project), { scale: 1, cause: 'up' })
    const needs = Object.fromEntries(steps.map(({ id, after }) => [id, after]))
    expect([
      needs['start shop-migrate-1'],
      needs['wait-healthy shop-migrate-1'],
      needs['start shop-app-1'],
    ]).toEqual([
      ['create shop-migrate-1', 'wait-healthy shop-postgres-1'],
      ['start shop-migrate-1'],
      ['wait-healthy shop-migrate-1', 'create shop-app-1'],
    ])
    expect(steps.find(({ id }) => id === 'wait-healthy shop-migrate-1')).toMatchObject({
      condition: 'completed',
    })
  })

  it.each(['no', 'on-failure'] as const)(
    'is not run again once it has completed (restart: %s)',
    (restart) => {
      expect(text(withMigration(restart), { state: 'exited', exitCode: 0 })).toBe('\nnothing to do\n')
    },
  )

  it('is run again after it failed', () => {
    expect(text(withMigration(), { state: 'exited', exitCode: 1 })).toBe(`
1. start shop-migrate-1  (it is exited)
2. wait-healthy shop-migrate-1  (up)  after 1
`)
  })
})

describe('a service', () => {
  const project = fakeProject()
  const postgres = (...containers: Container[]) =>
    `\n${printPlan(
      toPlan(
        planConverge(
          fakeObservation(project, [fakeInstance(project, 1)], {
            services: { caddy: [fakeContainer(project, 'caddy', 1)], postgres: containers },
          }),
          fakeWanted(project),
          { scale: 1, cause: 'up' },
        ),
      ),
    )}\n`

  it('is started again after it was stopped, whatever its exit code and restart policy', () => {
    const { postgres: database } = project.services
    if (!database) throw new Error('a fake project has a database')
    const never: Project = {
      ...project,
      services: {
        ...project.services,
        postgres: { ...database, restart: { name: 'no', maximumRetries: 0 } },
      },
    }
    const seen = fakeObservation(never, [fakeInstance(never, 1)], {
      services: {
        caddy: [fakeContainer(never, 'caddy', 1)],
        postgres: [fakeContainer(never, 'postgres', 1, { state: 'exited', exitCode: 0 })],
      },
    })
    expect(
      planConverge(seen, fakeWanted(never), { scale: 1, cause: 'up' })
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(['start shop-postgres-1', 'wait-healthy shop-postgres-1'])
  })

  it('is replaced in place where it changed', () => {
    const old = fakeContainer(project, 'postgres', 1, { imageId: 'sha256:older' })
    expect(postgres(old)).toBe(`
1. stop shop-postgres-1  (image changed)
2. remove shop-postgres-1  (image changed)  after 1
3. create shop-postgres-1  (image changed)  after 2
4. start shop-postgres-1  (image changed)  after 3
5. wait-healthy shop-postgres-1  (image changed)  after 4
`)
  })

  it('has one container: others go', () => {
    const extra = fakeContainer(project, 'postgres', 2, { state: 'exited' })
    expect(postgres(fakeContainer(project, 'postgres', 1), extra)).toBe(
      '\n1. remove shop-postgres-2  (one container is enough)\n',
    )
  })
})
