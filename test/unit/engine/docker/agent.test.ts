import { expect, test } from 'vitest'
import { listContainers } from '../../../../engine/docker/containers/list-containers.ts'
import { fakeEngine } from '../../../support/fake-engine.ts'

test('an answer that breaks off in the middle is an engine that went away', async () => {
  const engine = await fakeEngine((_request, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('[')
    setTimeout(() => response.destroy(), 10)
  })
  await expect(listContainers(engine.client, [])).rejects.toMatchObject({ code: 'engine-lost' })
})

test('an engine that is not there is an engine that went away', async () => {
  const engine = await fakeEngine(() => {})
  await engine.stop()
  await expect(listContainers(engine.client, [])).rejects.toMatchObject({ code: 'engine-lost' })
})
