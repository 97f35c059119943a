import { describe, expect, test, vi } from 'vitest'
import { ShoalError } from '../../../contract/errors.ts'
import { collect, directory, disconnected, failure, lines, type Start, untilAborted } from './fixtures.ts'
import { probeEngine } from './probe-engine.ts'

export function closeScenarios(transport: string, start: Start): void {
  describe(`a closing connection over ${transport}`, () => {
    const run = { directory, name: 'app', command: ['cat'] }

    async function hanging() {
      const log: string[] = []
      let finishCall = () => {}
      const finish = new Promise<void>((resolve) => {
        finishCall = resolve
      })
      const session = await start(
        probeEngine(
          {
            'port.get': async (_, { signal }) => {
              log.push('call started')
              signal?.addEventListener('abort', () => log.push('call cancelled'))
              await finish
              log.push('call done')
              return { port: null, url: null }
            },
          },
          {
            async *'exec.run'(_, { signal, feed }) {
              log.push('stream started')
              yield { kind: 'exit', code: 0 }
              await collect<unknown>(feed ?? lines(0)).catch((thrown) =>
                log.push(`feed ${ShoalError.from(thrown).code}`),
              )
              await untilAborted(signal)
              log.push('stream cancelled')
            },
          },
        ),
      )
      const feed = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) }
      const items: unknown[] = []
      const failures = [
        failure(session.client.call('port.get', { directory })),
        failure(collect<unknown>(session.client.open('exec.run', run, { feed }), items)),
      ]
      await vi.waitFor(() =>
        expect({ log, items }).toMatchObject({ log: { length: 2 }, items: { length: 1 } }),
      )
      return { ...session, log, failures, finishCall }
    }

    const left = ['call started', 'stream started', 'feed cancelled', 'stream cancelled']

    test('from the client ends its streams, fails what it waits for, and lets its calls go on to their end', async () => {
      const { client, log, failures, finishCall } = await hanging()
      await client.close()
      expect(await Promise.all(failures)).toEqual([disconnected, disconnected])
      await vi.waitFor(() => expect(log.toSorted()).toEqual(left.toSorted()))
      finishCall()
      await vi.waitFor(() => expect(log.toSorted()).toEqual([...left, 'call done'].toSorted()))
    })

    test('from the host does the same, and fails what the client asks for later', async () => {
      const { client, closeHost, log, failures, finishCall } = await hanging()
      closeHost()
      expect(await Promise.all(failures)).toEqual([disconnected, disconnected])
      await vi.waitFor(() => expect(log.toSorted()).toEqual(left.toSorted()))
      finishCall()
      await vi.waitFor(() => expect(log.toSorted()).toEqual([...left, 'call done'].toSorted()))
      expect(await failure(client.call('port.get', { directory }))).toEqual(disconnected)
      expect(await failure(collect(client.open('stack.watch', { directory })))).toEqual(disconnected)
    })

    const open = `{"type":"open","id":99,"name":"exec.run","feed":true,"input":${JSON.stringify(run)}}`

    test.each([
      ['text', ['{"type":']],
      ['a message', ['{"type":"item","id":0}']],
      ['bytes', [new Uint8Array([0, 0, 0, 9, 1])]],
      ['a result', ['{"type":"result","id":1,"output":{}}']],
      ['an id twice', [open, open]],
      ['an item without credit', [open, '{"type":"item","id":99,"item":{"kind":"end"}}']],
    ])('follows %s that no client sends', async (_, frames) => {
      const { client, wire } = await start(
        probeEngine(
          {},
          {
            async *'exec.run'(_, { signal }) {
              await untilAborted(signal)
              yield { kind: 'exit', code: 0 }
            },
          },
        ),
      )
      for (const frame of frames) wire.client.send(frame)
      await vi.waitFor(async () =>
        expect(await failure(client.call('port.get', { directory }))).toEqual(disconnected),
      )
    })
  })
}
