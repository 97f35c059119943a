import { expect, test } from 'vitest'
import { createBody, laterNetworks } from '../../../../../engine/docker/containers/create-body.ts'
import type { ContainerSpec } from '../../../../../engine/docker/gateway.ts'

const full: ContainerSpec = {
  name: 'shop-app-1',
  image: 'shop-app',
  hostname: 'one',
  labels: { a: 'b' },
  env: { KEY: 'value', EMPTY: '' },
  command: ['node', 'server.js'],
  entrypoint: ['/init'],
  ports: [
    { target: 80, published: 8080, hostIp: '127.0.0.1', protocol: 'tcp' },
    { target: 80, published: 8081, hostIp: '127.0.0.1', protocol: 'tcp' },
  ],
  mounts: [
    { type: 'volume', source: 'data', target: '/data', readOnly: false },
    { type: 'bind', source: '/etc/x', target: '/x', readOnly: true },
    { type: 'tmpfs', target: '/fast', size: 1024 },
  ],
  tmpfs: ['/run', '/cache:size=1m,mode=700'],
  networks: { front: ['app', 'shop-app-1'], back: ['app'] },
  healthcheck: {
    test: ['CMD', 'true'],
    interval: 1500,
    timeout: 500,
    retries: 3,
    startPeriod: 2000,
    startInterval: 100,
  },
  restart: { name: 'on-failure', maximumRetries: 3 },
  cpus: 0.5,
  memory: 1_000_000,
  memoryReservation: 500_000,
  pids: 100,
  stopSignal: 'SIGINT',
  stopGracePeriod: 1_500,
  logging: { driver: 'json-file', options: { 'max-size': '10m' } },
  user: '1000:1000',
  workingDir: '/app',
  init: true,
  extraHosts: ['host.docker.internal:host-gateway'],
  ulimits: { nofile: { soft: 1024, hard: 2048 } },
}

const onWire = (spec: ContainerSpec, apiVersion: string) =>
  JSON.parse(JSON.stringify(createBody(spec, apiVersion)))

test('a whole specification is translated into Docker units', () => {
  expect(onWire(full, '1.41')).toEqual({
    Image: 'shop-app',
    Hostname: 'one',
    User: '1000:1000',
    WorkingDir: '/app',
    Env: ['KEY=value', 'EMPTY='],
    Cmd: ['node', 'server.js'],
    Entrypoint: ['/init'],
    Labels: { a: 'b' },
    ExposedPorts: { '80/tcp': {} },
    Healthcheck: {
      Test: ['CMD', 'true'],
      Interval: 1_500_000_000,
      Timeout: 500_000_000,
      Retries: 3,
      StartPeriod: 2_000_000_000,
    },
    StopSignal: 'SIGINT',
    StopTimeout: 2,
    HostConfig: {
      NetworkMode: 'front',
      PortBindings: {
        '80/tcp': [
          { HostIp: '127.0.0.1', HostPort: '8080' },
          { HostIp: '127.0.0.1', HostPort: '8081' },
        ],
      },
      Mounts: [
        { Type: 'volume', Source: 'data', Target: '/data', ReadOnly: false },
        { Type: 'bind', Source: '/etc/x', Target: '/x', ReadOnly: true },
        { Type: 'tmpfs', Target: '/fast', TmpfsOptions: { SizeBytes: 1024 } },
      ],
      Tmpfs: { '/run': '', '/cache': 'size=1m,mode=700' },
      RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 },
      NanoCpus: 500_000_000,
      Memory: 1_000_000,
      MemoryReservation: 500_000,
      PidsLimit: 100,
      LogConfig: { Type: 'json-file', Config: { 'max-size': '10m' } },
      Init: true,
      ExtraHosts: ['host.docker.internal:host-gateway'],
      Ulimits: [{ Name: 'nofile', Soft: 1024, Hard: 2048 }],
    },
    NetworkingConfig: { EndpointsConfig: { front: { Aliases: ['app', 'shop-app-1'] } } },
  })
  expect(laterNetworks(full, '1.41')).toEqual([['back', ['app']]])
})

test('from API 1.44 on all networks and the start interval go along', () => {
  const body = onWire(full, '1.44')
  expect(body.NetworkingConfig.EndpointsConfig).toEqual({
    front: { Aliases: ['app', 'shop-app-1'] },
    back: { Aliases: ['app'] },
  })
  expect(body.Healthcheck.StartInterval).toBe(100_000_000)
  expect(laterNetworks(full, '1.44')).toEqual([])
})

test('what is not given is left to the engine and the image', () => {
  const least: ContainerSpec = {
    name: 'a',
    image: 'b',
    labels: {},
    env: {},
    ports: [],
    mounts: [],
    tmpfs: [],
    networks: {},
    restart: { name: 'no', maximumRetries: 0 },
    extraHosts: [],
    ulimits: {},
  }
  expect(onWire(least, '1.44')).toEqual({
    Image: 'b',
    Env: [],
    Labels: {},
    ExposedPorts: {},
    HostConfig: {
      PortBindings: {},
      Mounts: [],
      Tmpfs: {},
      RestartPolicy: { Name: 'no', MaximumRetryCount: 0 },
      ExtraHosts: [],
      Ulimits: [],
    },
    NetworkingConfig: { EndpointsConfig: {} },
  })
})
