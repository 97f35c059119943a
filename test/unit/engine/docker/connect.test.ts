import type { RequestListener } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { connectDocker } from '../../../../engine/docker/connect.ts'
import { fakeEngine, json } from '../../../support/fake-engine.ts'
import { emptyMachine } from '../../../support/surroundings.ts'

const VERSION = { Version: '28.3.0', ApiVersion: '1.51', MinAPIVersion: '1.24' }
const INFO = { OperatingSystem: 'Docker Desktop', Name: 'laptop', NCPU: 4, MemTotal: 8_000 }

const answers =
  (headers: Record<string, string>, version = VERSION): RequestListener =>
  ({ url }, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (url === '/_ping') response.end('OK')
    else json(response, url?.endsWith('/version') ? version : url?.endsWith('/info') ? INFO : [])
  }

async function connected(handler: RequestListener) {
  const engine = await fakeEngine(handler)
  const { docker } = await connectDocker(await emptyMachine({ setting: engine.socketPath }))
  onTestFinished(() => docker.close())
  return { ...engine, docker }
}

test('the greeting is enough to agree on a version; who the engine is gets asked when someone wants to know', async () => {
  const { docker, requests, socketPath } = await connected(answers({ 'api-version': '1.41' }))
  await docker.listNetworks([])
  expect(requests).toEqual(['GET /_ping', 'GET /v1.41/networks?filters={"label":[]}'])
  const about = await Promise.all([docker.about(), docker.about()])
  const known = {
    name: 'Docker Desktop',
    version: '28.3.0',
    apiVersion: '1.41',
    host: `unix://${socketPath}`,
  }
  expect(about).toEqual([expect.objectContaining(known), expect.objectContaining(known)])
  expect(requests.slice(2).sort()).toEqual(['GET /v1.41/info', 'GET /v1.41/version'])
})

test('an engine that is newer than all that Shoal knows is asked how far down it goes', async () => {
  const version = { Version: '40.0.0', ApiVersion: '1.60', MinAPIVersion: '1.52' }
  const { docker, requests } = await connected(answers({ 'api-version': '1.60' }, version))
  await docker.listNetworks([])
  expect(requests).toEqual(['GET /_ping', 'GET /version', 'GET /v1.52/networks?filters={"label":[]}'])
})

test('an engine behind a proxy that drops headers is asked as well', async () => {
  const { requests } = await connected(answers({}))
  expect(requests).toEqual(['GET /_ping', 'GET /version'])
})

test('an engine that is too old is refused by its version', async () => {
  const version = { Version: '19.03.5', ApiVersion: '1.40', MinAPIVersion: '1.12' }
  await expect(connected(answers({ 'api-version': '1.40' }, version))).rejects.toMatchObject({
    code: 'engine-too-old',
    message: expect.stringContaining('19.03.5'),
  })
})

test('an engine that went away before it told who it is may tell later', async () => {
  const { docker, stop, start } = await connected(answers({ 'api-version': '1.41' }))
  await stop()
  await expect(docker.about()).rejects.toMatchObject({ code: 'engine-lost' })
  await start()
  expect(await docker.about()).toMatchObject({ version: '28.3.0' })
})
