import { expect, test } from 'vitest'
import { Connector } from '../../../../engine/commands/connector.ts'
import type { EngineAbout } from '../../../../engine/docker/gateway.ts'
import { fakeDocker } from '../../../support/fake-docker.ts'

/** A connector whose searches end as told, in turn: with an engine at a host, or with an error. */
function connectorOf(...results: (string | Error)[]) {
  const closed: string[] = []
  let searches = 0
  const connector = new Connector({
    whenIdle: async () => {},
    search: async (onTried) => {
      const result = results[searches]
      const number = `${searches}`
      searches += 1
      onTried([{ source: 'test', host: String(result), result: 'ok' }])
      if (result === undefined || result instanceof Error) throw result
      const about = { host: result, version: '28', apiVersion: '1.51' } as EngineAbout
      const docker = fakeDocker({ about: async () => about, close: () => void closed.push(number) })
      return { docker, source: 'test' }
    },
  })
  return { connector, closed, searches: () => searches }
}

test('one search serves everyone, and what it found is kept', async () => {
  const { connector, searches } = connectorOf('unix:///a')
  const [one, other] = await Promise.all([connector.connect(), connector.connect()])
  expect([one === other, (await connector.connect()) === one, searches()]).toEqual([true, true, 1])
  expect(one.attempts).toEqual([{ source: 'test', host: 'unix:///a', result: 'ok' }])
})

test('a search that failed is made again, and tells what it tried', async () => {
  const { connector, searches } = connectorOf(new Error('no engine'), 'unix:///a')
  await expect(connector.connect()).rejects.toThrow('no engine')
  expect(connector.attempts).toEqual([{ source: 'test', host: 'Error: no engine', result: 'ok' }])
  await connector.connect()
  expect(searches()).toBe(2)
})

test('a doubted engine that is there again keeps its connection, and the second one is closed', async () => {
  const { connector, closed } = connectorOf('unix:///a', new Error('gone'), 'unix:///a')
  const first = await connector.connect()
  connector.doubt()
  await expect(connector.connect()).rejects.toThrow('gone')
  expect([(await connector.connect()) === first, first.lost.aborted, closed]).toEqual([true, false, ['2']])
})

test('a doubted engine in whose place another one answers is let go of', async () => {
  const { connector, closed } = connectorOf('unix:///a', 'unix:///b')
  const first = await connector.connect()
  connector.doubt()
  const second = await connector.connect()
  expect([second === first, first.lost.reason.code, second.lost.aborted]).toEqual([
    false,
    'engine-lost',
    false,
  ])
  await expect.poll(() => closed).toEqual(['0'])
})

test('choosing another engine ends the old connection at once, and the next need finds the new one', async () => {
  const { connector, closed } = connectorOf('unix:///a', 'unix:///b')
  const first = await connector.connect()
  const { moved } = connector
  connector.reset()
  expect([first.lost.aborted, moved.aborted, connector.moved.aborted]).toEqual([true, true, false])
  expect(await (await connector.connect()).docker.about()).toMatchObject({ host: 'unix:///b' })
  expect(closed).toEqual(['0'])
})

test('a search that began before another engine was chosen does not count', async () => {
  for (const first of ['unix:///a', new Error('gone')]) {
    const { connector, searches } = connectorOf(first, 'unix:///b')
    const connecting = connector.connect()
    connector.reset()
    expect(await (await connecting).docker.about()).toMatchObject({ host: 'unix:///b' })
    expect(searches()).toBe(2)
  }
})
