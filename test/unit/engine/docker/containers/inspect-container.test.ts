import { expect, test } from 'vitest'
import { inspectContainer } from '../../../../../engine/docker/containers/inspect-container.ts'
import { fakeEngine, json } from '../../../../support/fake-engine.ts'

const id = 'abcdef0123456789'.repeat(4)

/** Docker finds a container by any beginning of its id. */
const one = () =>
  fakeEngine((_request, response) =>
    json(response, {
      Id: id,
      Name: '/shop-app-1',
      State: {},
      Config: {},
      HostConfig: {},
      NetworkSettings: {},
    }),
  )

test.each(['shop-app-1', id, id.slice(0, 12)])('%s names the container', async (asked) => {
  expect((await inspectContainer((await one()).client, asked))?.name).toBe('shop-app-1')
})

test.each(['a', 'abc', 'abcdef01234'])('%s is too little of an id to be meant', async (asked) => {
  expect(await inspectContainer((await one()).client, asked)).toBeUndefined()
})

test.each(['', '..', '../info', 'a/b', 'a?b', '-a'])(
  '"%s" is no name, and the engine is not asked',
  async (asked) => {
    const engine = await one()
    expect([await inspectContainer(engine.client, asked), engine.requests]).toEqual([undefined, []])
  },
)
