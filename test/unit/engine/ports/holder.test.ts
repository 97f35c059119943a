import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import type { Container } from '../../../../engine/docker/gateway.ts'
import { portBusyError, portForbiddenError } from '../../../../engine/ports/errors.ts'
import { findPortHolder } from '../../../../engine/ports/holder.ts'

function container(name: string, labels: Record<string, string>): Container {
  return {
    id: name,
    name,
    image: '',
    imageId: '',
    state: 'running',
    exitCode: 0,
    oomKilled: false,
    error: '',
    createdAt: 0,
    restarts: 0,
    labels,
    env: {},
    command: [],
    entrypoint: [],
    ports: [],
    networks: {},
    healthTest: [],
  }
}

const publishing = (...found: Container[]) => ({ findPortHolders: async () => found })

test('a container is named with its project', async () => {
  const web = container('web-caddy-1', { 'com.docker.compose.project': 'web' })
  expect(await findPortHolder(1, publishing(web))).toEqual({
    kind: 'container',
    words: 'container web-caddy-1 of project web',
  })
  expect(await findPortHolder(1, publishing(container('db', {})))).toEqual({
    kind: 'container',
    words: 'container db',
  })
})

test.runIf(process.platform === 'linux')(
  'a process is named with its pid, even when Docker fails',
  async () => {
    const server = createServer()
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        if (address !== null && typeof address === 'object') resolve(address.port)
      })
    })
    const failing = { findPortHolders: () => Promise.reject(new Error('no engine')) }
    const holder = await findPortHolder(port, failing)
    server.close()
    expect(holder).toEqual({
      kind: 'process',
      words: expect.stringMatching(new RegExp(`^\\S.* \\(pid ${process.pid}\\)$`)),
    })
  },
)

test('who cannot be named is another program', async () => {
  expect(await findPortHolder(1)).toEqual({ kind: 'unknown', words: 'another program' })
})

test('the errors name the next free port and the command that takes it', () => {
  expect(portBusyError(80, { kind: 'process', words: 'nginx (pid 7)' }, 8080).toData()).toEqual({
    code: 'port-busy',
    message: 'Port 80 is used by nginx (pid 7); nothing was changed.',
    hint: 'Run `shoal port 8080` to use the next free port, or stop what uses 80.',
  })
  expect(portForbiddenError(80, 8080).toData()).toEqual({
    code: 'port-busy',
    message: 'Port 80 needs a privileged engine; nothing was changed.',
    hint: 'Run `shoal port 8080` to use the next free port.',
  })
})
