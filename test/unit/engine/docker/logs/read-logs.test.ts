import { expect, test } from 'vitest'
import { readLogs } from '../../../../../engine/docker/logs/read-logs.ts'
import { fakeEngine, json } from '../../../../support/fake-engine.ts'

/** An engine that knows the container, and says this when it is asked for its log. */
const refusing = (status: number, message: string) =>
  fakeEngine(({ url }, response) =>
    url?.endsWith('/json')
      ? json(response, { Id: 'app', Config: { Tty: false } })
      : json(response, { message }, status),
  )
const read = ({ client }: Awaited<ReturnType<typeof fakeEngine>>) =>
  readLogs(client, 'app', { follow: true, tail: 'all' }).next()

test('a container that is being removed has no log any more; any other refusal is an error', async () => {
  const removed = await refusing(409, 'can not get logs from container which is dead or marked for removal')
  expect(await read(removed)).toEqual({ done: true, value: undefined })
  const broken = await refusing(500, 'configured logging driver does not support reading')
  await expect(read(broken)).rejects.toMatchObject({ code: 'container-failed' })
})
