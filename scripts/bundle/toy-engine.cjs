const { once } = require('node:events')
const { createServer } = require('node:http')

const label = (/** @type {string} */ service) => ({
  'com.docker.compose.project': 'stack',
  'com.docker.compose.service': service,
  'com.docker.compose.container-number': '1',
  'com.docker.compose.oneoff': 'False',
})

const container = (/** @type {string} */ service) => ({
  Id: service.padEnd(64, '0'),
  Name: `/stack-${service}-1`,
  Created: '2026-01-01T00:00:00Z',
  State: { Status: 'running', StartedAt: '2026-01-01T00:00:00Z', ExitCode: 0 },
  Config: { Image: service, Labels: label(service), Env: [] },
  HostConfig: {},
  NetworkSettings: { Ports: {}, Networks: {} },
})

const CONTAINERS = ['app', 'caddy', 'postgres'].map(container)

/** What the Engine API answers, by the end of the path. */
const ANSWERS = {
  '/_ping': 'OK',
  '/version': { Version: '28.0.0', ApiVersion: '1.41' },
  '/info': { OperatingSystem: '', Name: '' },
  '/containers/json': CONTAINERS,
  '/networks': [],
  '/volumes': { Volumes: [] },
  '/exec': { Id: 'exec' },
  ...Object.fromEntries(CONTAINERS.map((one) => [`/containers/${one.Id}/json`, one])),
}

/** What Caddy answers inside its container, by path. */
const CADDY = {
  '/config/': {
    handler: 'reverse_proxy',
    upstreams: [{ dial: 'stack-app-1:3000' }],
    health_checks: { active: { uri: '/api/health' } },
  },
  '/reverse_proxy/upstreams': [{ address: 'stack-app-1:3000', num_requests: 0 }],
}

/**
 * A Docker engine with one small stack, as far as looking at it goes: enough to take a command through its paces where there
 * is no Docker.
 * @returns {Promise<number>} the port it listens on
 */
exports.startToyEngine = async () => {
  const server = createServer(({ url = '' }, response) => {
    const path = url.split('?')[0] ?? ''
    const answer = Object.entries(ANSWERS).find(([end]) => path.endsWith(end))?.[1]
    response.writeHead(answer ? 200 : 404, { 'api-version': '1.41', 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? { message: 'no such thing' }))
  })
  server.on('upgrade', (_request, socket) => {
    socket.write('HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n')
    socket.on('error', () => {})
    socket.on('data', (/** @type {Buffer} */ chunk) => {
      for (const [, path = ''] of chunk.toString().matchAll(/^GET (\S+)/gm))
        socket.write(frame(answerOf(path)))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return address && typeof address === 'object' ? address.port : 0
}

/** @param {string} path */
function answerOf(path) {
  const body = JSON.stringify(Object.entries(CADDY).find(([known]) => known === path)?.[1] ?? {})
  return `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
}

/**
 * Standard output on a connection into a container.
 * @param {string} text
 */
function frame(text) {
  const head = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0])
  head.writeUInt32BE(text.length, 4)
  return Buffer.concat([head, Buffer.from(text)])
}
