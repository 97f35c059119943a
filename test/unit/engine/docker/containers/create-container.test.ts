import { expect, test } from 'vitest'
import { createContainer } from '../../../../../engine/docker/containers/create-container.ts'
import { fakeEngine, json } from '../../../../support/fake-engine.ts'

const spec = {
  name: 'a',
  image: 'b:1',
  labels: {},
  env: { SECRET: 'hunter2' },
  ports: [],
  mounts: [],
  tmpfs: [],
  networks: { one: [], two: ['x'] },
  restart: { name: 'no', maximumRetries: 0 },
  extraHosts: [],
  ulimits: {},
}

test('a specification travels in the body, and later networks are attached one by one', async () => {
  const engine = await fakeEngine((_request, response) => json(response, { Id: 'ab' }, 201))
  expect(await createContainer(engine.client, spec)).toBe('ab')
  expect(engine.requests).toEqual([
    'POST /v1.41/containers/create?name=a',
    'POST /v1.41/networks/two/connect',
  ])
})

test('a container whose network cannot be attached is removed again', async () => {
  const engine = await fakeEngine((request, response) => {
    if (request.url?.includes('/connect')) json(response, { message: 'network two not found' }, 404)
    else json(response, { Id: 'ab' }, 201)
  })
  await expect(createContainer(engine.client, spec)).rejects.toMatchObject({ code: 'container-failed' })
  expect(engine.requests.at(-1)).toBe('DELETE /v1.41/containers/ab?v=true&force=true')
})

test('a missing image and a missing network are told apart', async () => {
  const say = (message: string) => fakeEngine((_request, response) => json(response, { message }, 404))
  const image = await say('No such image: b:1')
  await expect(createContainer(image.client, spec)).rejects.toMatchObject({ code: 'image-missing' })
  const network = await say('network one not found')
  await expect(createContainer(network.client, spec)).rejects.toMatchObject({ code: 'container-failed' })
})
