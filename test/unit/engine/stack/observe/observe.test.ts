import { beforeEach, describe, expect, it } from 'vitest'
import type { Container } from '../../../../../engine/docker/gateway.ts'
import { LABELS } from '../../../../../engine/project/labels.ts'
import { observe } from '../../../../../engine/stack/observe/observe.ts'
import { FakeCaddy } from '../../../../support/fake-caddy.ts'
import { fakeDocker } from '../../../../support/fake-docker.ts'
import { fakeContainer, fakeProject } from '../../../../support/fake-stack.ts'

const project = fakeProject()
let caddy: FakeCaddy
beforeEach(() => {
  caddy = new FakeCaddy()
})

function look(containers: readonly Container[]) {
  const docker = fakeDocker({
    listContainers: async (labels) => (labels.join() === `${LABELS.project}=shop` ? [...containers] : []),
    listNetworks: async () => [{ name: 'shop_default', labels: {} }],
    listVolumes: async () => [{ name: 'shop_data', labels: {} }],
  })
  return observe(docker, () => caddy.link, 'shop')
}

const app = (index: number, change: Partial<Container> = {}) => fakeContainer(project, 'app', index, change)

describe('observe', () => {
  it('sees instances in order, with what Caddy says of each', async () => {
    const postgres = fakeContainer(project, 'postgres', 1)
    caddy.files.add('managed').add('shop-app-1:3000')
    caddy.inFlight.set('shop-app-1:3000', 3).set('shop-app-1.:3000', 1)
    const containers = [app(10), app(2, { state: 'exited', exitCode: 1 }), caddy.container, app(1), postgres]
    const seen = await look(containers)
    expect(seen).toEqual({
      at: expect.any(Number),
      instances: [
        {
          index: 1,
          container: app(1),
          address: 'shop-app-1:3000',
          requests: 2,
          streams: 1,
          allowed: true,
          health: 'healthy',
          reason: '',
        },
        {
          index: 2,
          container: app(2, { state: 'exited', exitCode: 1 }),
          address: 'shop-app-2:3000',
          requests: 0,
          streams: 0,
          health: 'unknown',
          reason: 'exited with code 1',
        },
        {
          index: 10,
          container: app(10),
          address: 'shop-app-10:3000',
          requests: 0,
          streams: 0,
          allowed: false,
          health: 'healthy',
          reason: '',
        },
      ],
      services: { caddy: [caddy.container], postgres: [postgres] },
      caddy: {
        state: 'answering',
        container: caddy.container,
        balance: { addresses: caddy.addresses, interval: 1_000, timeout: 3_000, uri: '/api/health' },
      },
      networks: ['shop_default'],
      volumes: ['shop_data'],
    })
  })

  it('knows of a running instance only what Docker says while Caddy is silent', async () => {
    caddy.silent = true
    const seen = await look([caddy.container, app(1)])
    expect([seen.caddy, seen.instances]).toEqual([
      { state: 'silent', container: caddy.container },
      [{ index: 1, container: app(1), health: 'unknown', reason: 'Caddy cannot be asked' }],
    ])
  })

  it('sees no Caddy where none runs, and keeps its containers, newest first', async () => {
    const stopped = [1, 2].map((index) => fakeContainer(project, 'caddy', index, { state: 'exited' }))
    const seen = await look(stopped)
    expect([seen.caddy, seen.services.caddy?.map(({ name }) => name)]).toEqual([
      { state: 'absent' },
      ['shop-caddy-2', 'shop-caddy-1'],
    ])
  })

  it('has no address for an instance beyond the slots', async () => {
    const seen = await look([caddy.container, app(11)])
    expect(seen.instances).toEqual([
      { index: 11, container: app(11), health: 'unknown', reason: 'has no slot in the Caddyfile' },
    ])
  })

  it('finds the slot of an instance by its whole name, in whatever order the slots are', async () => {
    caddy.config = {
      handler: 'reverse_proxy',
      upstreams: [{ dial: 'shop-app-10:3000' }, { dial: 'shop-app-1:3000' }],
      health_checks: { active: { uri: '/api/health' } },
    }
    const seen = await look([caddy.container, app(1), app(10)])
    expect(seen.instances.map(({ address }) => address)).toEqual(['shop-app-1:3000', 'shop-app-10:3000'])
  })

  it.each([
    ['at its first failure', { passive: { fail_duration: 2e9 } }, [undefined, true]],
    [
      'not before its second, where two are allowed',
      { passive: { fail_duration: 2e9, max_fails: 2 } },
      [undefined, undefined],
    ],
    ['never, where passive checks are off', {}, [undefined, undefined]],
  ])('sees that Caddy leaves an instance alone %s', async (_when, passive, expected) => {
    caddy.fails.set('shop-app-2:3000', 1)
    caddy.config = {
      handler: 'reverse_proxy',
      upstreams: [{ dial: 'shop-app-1:3000' }, { dial: 'shop-app-2:3000' }],
      health_checks: { active: { uri: '/api/health' }, ...passive },
    }
    const { instances } = await look([caddy.container, app(1), app(2)])
    expect(instances.map(({ resting }) => resting)).toEqual(expected)
  })

  it('balances nothing where the configuration has no slots', async () => {
    caddy.config = { apps: {} }
    expect((await look([caddy.container])).caddy).toEqual({ state: 'answering', container: caddy.container })
  })

  it('leaves out containers of `compose run` and those without labels', async () => {
    const oneOff = app(1, { labels: { ...app(1).labels, [LABELS.oneOff]: 'True' } })
    const seen = await look([oneOff, app(2, { labels: {} })])
    expect([seen.instances, seen.services]).toEqual([[], {}])
  })
})
