import type { ContainerInspectInfo } from 'dockerode'
import { expect, test } from 'vitest'
import { toContainer } from '../../../../../engine/docker/containers/to-container.ts'

/** As an engine of API 1.52 answers: without `NetworkSettings.IPAddress`. */
const running = {
  Id: 'ab',
  Created: '2026-03-01T10:00:00Z',
  Name: '/shop-app-1',
  Image: 'sha256:cd',
  RestartCount: 2,
  State: {
    Status: 'running',
    OOMKilled: false,
    ExitCode: 0,
    Error: '',
    StartedAt: '2026-03-01T10:00:01.5Z',
    FinishedAt: '0001-01-01T00:00:00Z',
    Health: { Status: 'healthy' },
  },
  Config: {
    Image: 'shop-app',
    Env: ['A=b=c', 'BARE', 'A=d'],
    Cmd: ['node'],
    Entrypoint: '/init',
    Labels: { x: 'y' },
    Healthcheck: { Test: ['CMD', 'true'] },
  },
  HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '' }] } },
  NetworkSettings: {
    Ports: { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '49153' }], '443/tcp': null },
    Networks: { front: { IPAddress: '172.18.0.2' }, back: { IPAddress: '' } },
  },
}

const translate = (info: unknown) => toContainer(info as ContainerInspectInfo)

test('a running container is translated whole', () => {
  expect(translate(running)).toEqual({
    id: 'ab',
    name: 'shop-app-1',
    image: 'shop-app',
    imageId: 'sha256:cd',
    state: 'running',
    exitCode: 0,
    oomKilled: false,
    error: '',
    health: 'healthy',
    startedAt: Date.parse('2026-03-01T10:00:01.500Z'),
    createdAt: Date.parse('2026-03-01T10:00:00Z'),
    restarts: 2,
    labels: { x: 'y' },
    env: { A: 'd', BARE: '' },
    command: ['node'],
    entrypoint: ['/init'],
    ports: [{ target: 80, published: 49_153, hostIp: '127.0.0.1', protocol: 'tcp' }],
    networks: { front: '172.18.0.2', back: '' },
    healthTest: ['CMD', 'true'],
  })
})

test('a container that never ran and has next to nothing is translated too', () => {
  const bare = {
    ...running,
    State: {
      ...running.State,
      Status: 'created',
      StartedAt: '0001-01-01T00:00:00Z',
      Health: { Status: 'none' },
    },
    Config: { Image: 'x', Env: null, Cmd: null, Entrypoint: null, Labels: null },
    NetworkSettings: { Ports: {}, Networks: null },
  }
  expect(translate(bare)).toEqual({
    id: 'ab',
    name: 'shop-app-1',
    image: 'x',
    imageId: 'sha256:cd',
    state: 'created',
    exitCode: 0,
    oomKilled: false,
    error: '',
    createdAt: Date.parse('2026-03-01T10:00:00Z'),
    restarts: 2,
    labels: {},
    env: {},
    command: [],
    entrypoint: [],
    ports: [{ target: 80, published: 0, hostIp: '127.0.0.1', protocol: 'tcp' }],
    networks: {},
    healthTest: [],
  })
})
