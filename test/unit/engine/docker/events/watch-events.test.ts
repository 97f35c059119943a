import { expect, test } from 'vitest'
import { watchEvents } from '../../../../../engine/docker/events/watch-events.ts'
import { fakeEngine, json } from '../../../../support/fake-engine.ts'

const started = (id: string, timeNano: number) =>
  `${JSON.stringify({ Type: 'container', Action: 'start', Actor: { ID: id, Attributes: { name: id } }, timeNano })}\n`

test('it survives an engine that goes away, and asks for what it missed', async () => {
  let connection = 0
  const engine = await fakeEngine((_request, response) => {
    connection += 1
    response.write(started(`c${connection}`, connection * 1_000_000_000))
  })
  const abort = new AbortController()
  const seen: string[] = []
  for await (const event of watchEvents(engine.client, ['app=shop'], abort.signal)) {
    seen.push(event.kind === 'container' ? event.id : event.kind)
    if (seen.length === 2) await engine.stop()
    if (seen.length === 3) setTimeout(engine.start, 400)
    if (seen.length === 5) abort.abort()
  }
  expect(seen).toEqual(['connected', 'c1', 'disconnected', 'connected', 'c2'])
  expect(engine.requests.map((url) => /label":\["app=shop"\].*?(since=.*|$)/.exec(url)?.[1])).toEqual([
    '',
    'since=1.000',
  ])
})

test('breaking out closes the connection', async () => {
  let close = () => {}
  const closed = new Promise<void>((resolve) => {
    close = resolve
  })
  const engine = await fakeEngine((request, response) => {
    request.once('close', close)
    response.flushHeaders()
  })
  for await (const _ of watchEvents(engine.client, [], new AbortController().signal)) break
  await closed
})

test('an engine that refuses is an error', async () => {
  const engine = await fakeEngine((_request, response) => json(response, { message: 'bad filter' }, 400))
  const events = watchEvents(engine.client, [], new AbortController().signal)
  await expect(events.next()).rejects.toMatchObject({ code: 'container-failed' })
})
