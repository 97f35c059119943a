import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Links } from '../../../../engine/commands/links.ts'
import type { Docker } from '../../../../engine/docker/gateway.ts'
import { fakeDocker, ncTo } from '../../../support/fake-docker.ts'
import { fakeContainer, fakeProject } from '../../../support/fake-stack.ts'

/** A Docker whose containers all lead to one HTTP server; tells what it was asked. */
async function dockerWithCaddy(told: Partial<Docker> = {}) {
  const server = createServer((_request, response) => response.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const asked: string[] = []
  const docker = fakeDocker({
    listRunning: async (labels) => {
      asked.push(`list ${labels.join(' ')}`)
      return ['caddy-1']
    },
    exec: async (id, command) => {
      asked.push(`${id} ${command.join(' ')}`)
      return ncTo(port)
    },
    ...told,
  })
  const links = new Links(docker)
  onTestFinished(() => {
    links.close()
    server.close()
  })
  return { links, asked }
}

const caddy = (startedAt: number) => fakeContainer(fakeProject(), 'caddy', 1, { id: 'caddy-1', startedAt })

test('a way that was opened ahead is the one that is used', async () => {
  const { links, asked } = await dockerWithCaddy()
  await links.openAhead('/shop')
  const link = links.of(caddy(1))
  await link.gate.ask('shop-app-1:3000', '/')
  await links.openAhead('/shop')
  const list = 'list com.docker.compose.project.working_dir=/shop com.docker.compose.service=caddy'
  expect([asked, links.of(caddy(1)) === link]).toEqual([[list, 'caddy-1 nc 127.0.0.1 2020', list], true])
})

test('a Caddy that was started again gets new ways', async () => {
  const { links } = await dockerWithCaddy()
  await links.openAhead('/shop')
  const link = links.of(caddy(1))
  expect(links.of(caddy(2))).not.toBe(link)
})

test.each([
  ['no Caddy runs', { listRunning: async () => [] }],
  ['Docker went away', { listRunning: () => Promise.reject(new Error('gone')) }],
  ['Docker refuses', { exec: () => Promise.reject(new Error('no')) }],
])('nothing is thrown, and nobody waits, when %s', async (_, told) => {
  const { links } = await dockerWithCaddy(told)
  await links.openAhead('/shop')
})
