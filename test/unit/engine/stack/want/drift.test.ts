import { describe, expect, it } from 'vitest'
import type { Container, Image } from '../../../../../engine/docker/gateway.ts'
import { findDrift } from '../../../../../engine/stack/want/drift.ts'
import {
  CONFIG_LABEL,
  KEYS_LABEL,
  keyDigests,
  type ServiceSpec,
  serviceSpec,
} from '../../../../../engine/stack/want/spec.ts'
import { fakeContainer, fakeProject } from '../../../../support/fake-stack.ts'

const project = fakeProject({ env: { GREETING: 'hello', PASSWORD: 's3cret' } })
const IMAGE: Image = {
  id: 'sha256:shop-app',
  tags: [],
  labels: {},
  env: { PATH: '/bin' },
  command: ['serve'],
  entrypoint: [],
}

function specOf(service: 'app' | 'caddy', of = project): ServiceSpec {
  const asked = of.services[service]
  if (!asked) throw new Error(`no service ${service}`)
  return serviceSpec(of, asked)
}

/** A container that Compose made: no digest of ours, and the image's variables among its own. */
function composed(service: 'app' | 'caddy', change: Partial<Container> = {}): Container {
  const container = fakeContainer(project, service, 1, change)
  const { [CONFIG_LABEL]: _ours, ...labels } = container.labels
  return { ...container, labels, env: { PATH: '/bin', ...container.env } }
}

describe('findDrift', () => {
  it('takes a container of ours for current by its digest alone', () => {
    const ours = fakeContainer(project, 'app', 1, { env: {}, command: ['other'] })
    expect(findDrift(ours, specOf('app'), IMAGE)).toEqual([])
  })

  it('names the variables that changed, came and went, and never a value', () => {
    const now = specOf('app', fakeProject({ env: { PASSWORD: 'n3w', COLOUR: 'blue' } }))
    const ours = fakeContainer(project, 'app', 1, {
      env: { PATH: '/bin', GREETING: 'hello', PASSWORD: 's3cret' },
    })
    expect(findDrift(ours, now, IMAGE)).toEqual(['env changed: COLOUR, GREETING, PASSWORD'])
  })

  it('does not take what came with an image that is gone for a change', () => {
    const now = specOf('app', fakeProject({ env: { GREETING: 'good day', PASSWORD: 's3cret' } }))
    const ours = fakeContainer(project, 'app', 1, {
      env: { PATH: '/bin', GREETING: 'hello', PASSWORD: 's3cret' },
    })
    expect(findDrift(ours, now, undefined)).toEqual(['env changed: GREETING'])
  })

  it('sees that the reference means another image now', () => {
    const ours = fakeContainer(project, 'app', 1, { imageId: 'sha256:older' })
    expect(findDrift(ours, specOf('app'), IMAGE)).toEqual(['image changed'])
  })

  it('adopts what Compose made from the same files', () => {
    expect(findDrift(composed('app'), specOf('app'), IMAGE)).toEqual([])
    expect(
      findDrift(composed('caddy'), specOf('caddy'), {
        ...IMAGE,
        id: 'sha256:caddy:2.11',
        env: { PATH: '/bin' },
      }),
    ).toEqual([])
  })

  it('compares what matters of a container that Compose made', () => {
    const spec: ServiceSpec = { ...specOf('caddy'), command: ['run'], entrypoint: ['tini'] }
    const old = composed('caddy', {
      imageId: 'sha256:older',
      ports: [{ target: 80, published: 8080, hostIp: '', protocol: 'tcp' }],
      command: ['serve'],
      entrypoint: [],
    })
    expect(findDrift({ ...old, env: { PATH: '/bin', EXTRA: '1' } }, spec, IMAGE)).toEqual([
      'image changed',
      'env changed: EXTRA',
      'port changed',
      'command changed',
      'entrypoint changed',
    ])
  })

  it("leaves the image's own command out where the files name none", () => {
    expect(findDrift(composed('app', { command: ['serve'] }), specOf('app'), IMAGE)).toEqual([])
  })

  it('names what else changed by the digests that a container bears', () => {
    const before = specOf('app')
    const ours = fakeContainer(project, 'app', 1)
    const labelled = { ...ours, labels: { ...ours.labels, [KEYS_LABEL]: keyDigests(before) } }
    const now: ServiceSpec = {
      ...before,
      memory: 1,
      mounts: [{ type: 'tmpfs', target: '/x' }],
      tmpfs: ['/y'],
    }
    expect(findDrift(labelled, now, { ...IMAGE, env: {} })).toEqual(['changed: memory, tmpfs, volumes'])
  })

  it('says that something changed where nothing that it can name did', () => {
    const ours = fakeContainer(project, 'app', 1)
    expect(findDrift(ours, { ...specOf('app'), memory: 1 }, { ...IMAGE, env: {} })).toEqual([
      'configuration changed',
    ])
  })
})
