import { expect, test } from 'vitest'
import type { TransferProgress } from '../../../../../engine/docker/gateway.ts'
import { pullImage } from '../../../../../engine/docker/images/pull-image.ts'
import { fakeEngine, json } from '../../../../support/fake-engine.ts'

const lines = (...messages: unknown[]) => messages.map((message) => `${JSON.stringify(message)}\r\n`).join('')

test('progress is handed on, and a reference without a tag means latest', async () => {
  const engine = await fakeEngine((_request, response) =>
    response.end(
      lines(
        { status: 'Pulling from library/caddy', id: 'latest' },
        { status: 'Downloading', id: 'ab', progressDetail: { current: 5, total: 10 } },
        { status: 'Status: Downloaded newer image' },
      ),
    ),
  )
  const progress: TransferProgress[] = []
  await pullImage(engine.client, 'localhost:5000/caddy', { onProgress: (step) => progress.push(step) })
  expect(progress).toEqual([
    { text: 'Pulling from library/caddy', layer: 'latest' },
    { text: 'Downloading', layer: 'ab', current: 5, total: 10 },
    { text: 'Status: Downloaded newer image' },
  ])
  expect(engine.requests).toEqual(['POST /v1.41/images/create?fromImage=localhost:5000/caddy:latest'])
})

test.each([
  [
    'cannot be reached',
    'Get "https://registry.example/v2/": dial tcp: lookup registry.example: no such host',
  ],
  ['cannot be reached', 'Get "https://registry.example/v2/": net/http: TLS handshake timeout'],
  ['does not have caddy:9', 'manifest for caddy:9 not found: manifest unknown: manifest unknown'],
  [
    'does not have caddy:9',
    'pull access denied for caddy, repository does not exist or may require docker login',
  ],
])('an image that %s is missing, whether the answer says it or its stream does', async (said, message) => {
  const inside = await fakeEngine((_request, response) =>
    response.end(lines({ status: 'Pulling' }, { errorDetail: { message }, error: message })),
  )
  const answered = await fakeEngine((_request, response) => json(response, { message }, 500))
  for (const engine of [inside, answered])
    await expect(pullImage(engine.client, 'caddy:9', {})).rejects.toMatchObject({
      code: 'image-missing',
      message: expect.stringContaining(said),
      details: [message],
    })
})

test('the signal cancels a pull in its middle, and before its first answer', async () => {
  for (const answer of [lines({ status: 'Pulling' }), undefined]) {
    const engine = await fakeEngine((_request, response) => {
      if (answer !== undefined) response.write(answer)
    })
    const signal = AbortSignal.timeout(30)
    await expect(pullImage(engine.client, 'caddy:2', { signal })).rejects.toMatchObject({ code: 'cancelled' })
  }
})

test('an engine that goes away in the middle is told as such', async () => {
  const engine = await fakeEngine((_request, response) => {
    response.write(lines({ status: 'Pulling' }))
    setTimeout(() => response.destroy(), 10)
  })
  await expect(pullImage(engine.client, 'caddy:2', {})).rejects.toMatchObject({ code: 'engine-lost' })
})
