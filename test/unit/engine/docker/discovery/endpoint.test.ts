import { expect, test } from 'vitest'
import { parseHost } from '../../../../../engine/docker/discovery/endpoint.ts'

test.each([
  [
    'unix:///var/run/docker.sock',
    { host: 'unix:///var/run/docker.sock', socketPath: '/var/run/docker.sock' },
  ],
  ['/run/x.sock', { host: 'unix:///run/x.sock', socketPath: '/run/x.sock' }],
  [
    'npipe:////./pipe/docker_engine',
    { host: 'npipe:////./pipe/docker_engine', socketPath: '//./pipe/docker_engine' },
  ],
  ['tcp://10.0.0.2:2375', { host: 'tcp://10.0.0.2:2375', hostname: '10.0.0.2', port: 2375 }],
  ['10.0.0.2', { host: 'tcp://10.0.0.2', hostname: '10.0.0.2', port: 2375 }],
  ['https://box', { host: 'https://box', hostname: 'box', port: 2376, tls: { verify: true } }],
  [
    'ssh://me@box:2222',
    {
      host: 'ssh://me@box:2222',
      hostname: 'box',
      port: 2375,
      ssh: { hostname: 'box', user: 'me', port: 2222 },
    },
  ],
])('%s is an endpoint', (host, endpoint) => {
  expect(parseHost(host, 'test')).toEqual(endpoint)
})

test('TLS moves the default port', () => {
  expect(parseHost('tcp://box', 'test', { verify: false })).toEqual({
    host: 'tcp://box',
    hostname: 'box',
    port: 2376,
    tls: { verify: false },
  })
})

test.each([
  '',
  'unix://relative',
  'ftp://box',
  'ssh://-oProxyCommand=evil',
  'ssh://me@-x',
  'tcp://',
  'tcp://a b',
])('"%s" is no endpoint, and the error names where it came from', (host) => {
  expect(() => parseHost(host, 'DOCKER_HOST')).toThrow(
    expect.objectContaining({
      code: 'engine-context',
      message: expect.stringMatching(/^DOCKER_HOST is not/),
    }),
  )
})
