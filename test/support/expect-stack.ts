import { expect, vi } from 'vitest'
import { LABELS } from '../../engine/project/labels.ts'
import type { Stack } from './stack.ts'

/**
 * The stack is exactly this: N current instances that take traffic, one Caddy, one database, nothing else. On a machine
 * under load a health check may come too late once, so it is given a second look.
 */
export async function expectWhole(stack: Stack, scale: number): Promise<void> {
  await vi.waitFor(() => checkWhole(stack, scale), { timeout: 10_000, interval: 500 })
}

async function checkWhole(stack: Stack, scale: number): Promise<void> {
  const { instances, services, state } = await stack.status()
  expect({
    state,
    instances: instances.map(({ index, health, inRotation, current }) => ({
      index,
      health,
      inRotation,
      current,
    })),
  }).toEqual({
    state: 'running',
    instances: Array.from({ length: scale }, (_, position) => ({
      index: position + 1,
      health: 'healthy',
      inRotation: true,
      current: true,
    })),
  })
  expect(services.map(({ name, state, health }) => `${name} ${state} ${health}`).sort()).toEqual([
    'app running healthy',
    'caddy running healthy',
    'postgres running healthy',
  ])
  const names = ['caddy-1', 'postgres-1', ...instances.map(({ index }) => `app-${index}`)]
  expect(await containersOf(stack)).toEqual(names.map(stack.container).sort())
}

/** Names of all containers of the project, sorted. */
export async function containersOf(stack: Stack): Promise<string[]> {
  const containers = await stack.docker.listContainers([`${LABELS.project}=${stack.project}`])
  return containers.map(({ name }) => name).sort()
}

/** Container ids of the instances, by name. */
export async function instanceIds(stack: Stack): Promise<Record<string, string>> {
  const { instances } = await stack.status()
  return Object.fromEntries(instances.map(({ name, id }) => [name, id]))
}

/** What `status` says agrees with Docker and with the rotation directory, each asked by itself. */
export async function expectTruth(stack: Stack): Promise<void> {
  const { instances } = await stack.status()
  const containers = await stack.docker.listContainers([
    `${LABELS.project}=${stack.project}`,
    `${LABELS.service}=app`,
  ])
  const states = (list: readonly { name: string; state: string }[]) =>
    list.map(({ name, state }) => `${name} ${state}`).sort()
  expect(states(instances)).toEqual(states(containers))
  const directory = await stack.exec('caddy-1', 'ls', '/run/rotation')
  const members = directory.split('\n').filter((file) => file !== '' && file !== 'managed')
  for (const { name, inRotation, state } of instances)
    if (inRotation || state !== 'running')
      expect([name, inRotation]).toEqual([name, members.includes(`${name}:3000`) && state === 'running'])
}
