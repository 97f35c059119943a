import { describe, expect, it } from 'vitest'
import type { Project, Service } from '../../../../../engine/project/model.ts'
import {
  CONFIG_LABEL,
  containerSpec,
  KEYS_LABEL,
  serviceSpec,
  specDigest,
} from '../../../../../engine/stack/want/spec.ts'
import { fakeProject } from '../../../../support/fake-stack.ts'

function appOf(project: Project): Service {
  const { app } = project.services
  if (!app) throw new Error('a fake project has an app')
  return app
}

const digestOf = (project: Project) => specDigest(serviceSpec(project, appOf(project)))

describe('containerSpec', () => {
  it('names, labels and connects an instance as Compose does', () => {
    const project = fakeProject({ env: { GREETING: 'hello' } })
    const digest = digestOf(project)
    const compose = 'com.docker.compose.'
    expect(containerSpec(project, appOf(project), 2, 'sha256:abc')).toEqual({
      name: 'shop-app-2',
      hostname: 'shop-app-2',
      image: 'shop-app',
      env: { GREETING: 'hello' },
      ports: [],
      mounts: [],
      tmpfs: [],
      networks: { shop_default: ['shop-app-2', 'app'] },
      restart: { name: 'unless-stopped', maximumRetries: 0 },
      extraHosts: [],
      ulimits: {},
      stopGracePeriod: 10_000,
      labels: {
        [`${compose}project`]: 'shop',
        [`${compose}service`]: 'app',
        [`${compose}container-number`]: '2',
        [`${compose}oneoff`]: 'False',
        [`${compose}config-hash`]: digest,
        [`${compose}project.working_dir`]: '/shop',
        [`${compose}project.config_files`]: '/shop/compose.yaml',
        [`${compose}depends_on`]: 'postgres:service_healthy:false',
        [`${compose}image`]: 'sha256:abc',
        [`${compose}version`]: '2.40.3',
        [CONFIG_LABEL]: digest,
        [KEYS_LABEL]: expect.stringMatching(/^env:[0-9a-f]{6} extraHosts:[0-9a-f]{6} image:/),
      },
    })
  })

  it('stamps every instance of a service with the same digest', () => {
    const project = fakeProject()
    const digests = [1, 7].map(
      (index) => containerSpec(project, appOf(project), index, 'x').labels[CONFIG_LABEL],
    )
    expect(digests).toEqual(Array(2).fill(digestOf(project)))
  })
})

describe('serviceSpec', () => {
  it("uses Docker's names of volumes and networks, and each alias once", () => {
    const base = fakeProject()
    const project: Project = {
      ...base,
      volumes: { data: { key: 'data', name: 'shop_data', external: false, labels: {} } },
    }
    const service: Service = {
      ...appOf(base),
      mounts: [
        { type: 'volume', source: 'data', target: '/data', readOnly: false },
        { type: 'bind', source: '/shop/conf', target: '/conf', readOnly: true },
      ],
      networks: { default: ['web', 'app'], outside: [] },
    }
    const { mounts, networks } = serviceSpec(project, service)
    expect({ mounts, networks }).toEqual({
      mounts: [
        { type: 'volume', source: 'shop_data', target: '/data', readOnly: false },
        { type: 'bind', source: '/shop/conf', target: '/conf', readOnly: true },
      ],
      networks: { shop_default: ['app', 'web'], outside: ['app'] },
    })
  })
})

describe('specDigest', () => {
  it('stays when the order of variables changes, and changes with a value', () => {
    const [a, b, c] = [
      { ONE: '1', TWO: '2' },
      { TWO: '2', ONE: '1' },
      { ONE: '1', TWO: '3' },
    ].map((env) => digestOf(fakeProject({ env })))
    expect([a === b, a === c]).toEqual([true, false])
  })

  it('does not change with the scale', () => {
    expect(digestOf(fakeProject({ replicas: 5 }))).toBe(digestOf(fakeProject()))
  })

  it('tells a limit that is absent from one that is there, and takes undefined for absent', () => {
    const project = fakeProject()
    const spec = serviceSpec(project, appOf(project))
    expect([
      specDigest({ ...spec, memory: 1 }) === specDigest(spec),
      specDigest({ ...spec, memory: undefined } as unknown as typeof spec) === specDigest(spec),
    ]).toEqual([false, true])
  })
})
