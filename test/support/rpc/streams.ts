import { describe, expect, test, vi } from 'vitest'
import { ShoalError } from '../../../contract/errors.ts'
import type { LogRecord } from '../../../contract/logs.ts'
import { cancelled, collect, directory, failure, line, lines, type Start, untilAborted } from './fixtures.ts'
import { probeEngine } from './probe-engine.ts'

export function streamScenarios(transport: string, start: Start): void {
  describe(`streams over ${transport}`, () => {
    test('bring every item in order and end', async () => {
      const read = vi.fn(() => lines(1000))
      const { client } = await start(probeEngine({}, { 'logs.read': read }))
      const items = await collect(client.open('logs.read', { directory, tail: 5 }))
      expect(items).toEqual(await collect(lines(1000)))
      expect(read.mock.calls).toEqual([
        [
          { directory, names: [], follow: false, tail: 5, events: false, plain: false },
          { signal: expect.any(AbortSignal) },
        ],
      ])
    })

    test('with bad input fail at the first item', async () => {
      const { client } = await start(probeEngine({}))
      const stream = client.open('logs.read', { directory: '' })
      expect(await failure(collect(stream))).toMatchObject({
        code: 'usage',
        details: [expect.stringMatching(/^directory: /)],
      })
    })

    test('bring the items before an error, then the error, then nothing', async () => {
      const error = new ShoalError('engine-lost', 'Docker went away.', 'Start it.')
      const { client } = await start(
        probeEngine(
          {},
          {
            async *'logs.read'() {
              yield* lines(100)
              throw error
            },
          },
        ),
      )
      const iterator = client.open('logs.read', { directory })[Symbol.asyncIterator]()
      const items: LogRecord[][] = []
      const rest = collect({ [Symbol.asyncIterator]: () => iterator }, items)
      expect(await failure(rest)).toEqual(error.toData())
      expect(items).toEqual(await collect(lines(100)))
      expect(await iterator.next()).toEqual({ done: true, value: undefined })
    })

    test('are unsubscribed by a break, which fires the signal and ends the generator', async () => {
      const log: string[] = []
      const { client } = await start(
        probeEngine(
          {},
          {
            async *'logs.read'(_, { signal }) {
              signal?.addEventListener('abort', () => log.push('signal'))
              try {
                yield* lines(3)
                await untilAborted(signal)
                yield* lines(3)
              } finally {
                log.push('finally')
              }
            },
          },
        ),
      )
      for await (const [record] of client.open('logs.read', { directory })) if (record?.index === 2) break
      await vi.waitFor(() => expect(log).toEqual(['signal', 'finally']))
    })

    test('fail at once when their signal fires, even when the engine is stuck', async () => {
      const { client } = await start(
        probeEngine(
          {},
          {
            async *'logs.read'() {
              yield line(0)
              await new Promise(() => {})
            },
          },
        ),
      )
      const controller = new AbortController()
      const items: LogRecord[][] = []
      const end = failure(
        collect(client.open('logs.read', { directory }, { signal: controller.signal }), items),
      )
      await vi.waitFor(() => expect(items).toEqual([line(0)]))
      controller.abort()
      expect(await end).toEqual(cancelled)
    })

    test('carry a feed and bytes in both directions', async () => {
      const { client } = await start(
        probeEngine(
          {},
          {
            async *'exec.run'(_, { feed }) {
              for await (const fed of feed ?? []) {
                if (fed.kind === 'stdin') yield { kind: 'stdout' as const, data: fed.data }
                if (fed.kind === 'resize') yield { kind: 'stderr' as const, data: new Uint8Array() }
              }
              yield { kind: 'exit' as const, code: 7 }
            },
          },
        ),
      )
      const every = Uint8Array.from({ length: 256 }, (_, value) => value)
      async function* feed() {
        yield { kind: 'stdin' as const, data: every }
        yield { kind: 'resize' as const, size: { columns: 80, rows: 24 } }
        yield { kind: 'stdin' as const, data: Buffer.from('a part of a shared pool') }
      }
      const items = await collect(
        client.open('exec.run', { directory, name: 'app', command: ['cat'] }, { feed: feed() }),
      )
      expect(items.map((item) => (item.kind === 'exit' ? item : { ...item, data: [...item.data] }))).toEqual([
        { kind: 'stdout', data: [...every] },
        { kind: 'stderr', data: [] },
        { kind: 'stdout', data: [...Buffer.from('a part of a shared pool')] },
        { kind: 'exit', code: 7 },
      ])
      expect(items.every((item) => item.kind === 'exit' || item.data instanceof Uint8Array)).toBe(true)
    })

    const echo = probeEngine(
      {},
      {
        async *'exec.run'(_, { feed }) {
          for await (const fed of feed ?? []) if (fed.kind === 'end') yield { kind: 'exit', code: 0 }
        },
      },
    )
    const cat = { directory, name: 'app', command: ['cat'] }

    test('fail with the error of their own feed', async () => {
      const { client } = await start(echo)
      // biome-ignore lint/correctness/useYield: a feed that fails before its first item.
      async function* feed() {
        throw new ShoalError('file-write', 'The file went away.')
      }
      expect(await failure(collect(client.open('exec.run', cat, { feed: feed() })))).toMatchObject({
        code: 'file-write',
      })
    })

    test('are refused when what is fed to them is not what the contract says', async () => {
      const { client } = await start(echo)
      async function* feed() {
        yield { kind: 'resize' as const, size: { columns: -1, rows: 24 } }
      }
      expect(await failure(collect(client.open('exec.run', cat, { feed: feed() })))).toMatchObject({
        code: 'usage',
        details: [expect.stringMatching(/^size\.columns: /)],
      })
    })

    test('let go of a feed that is still open when they end, on both sides', async () => {
      const log: string[] = []
      const { client } = await start(
        probeEngine(
          {},
          {
            async *'exec.run'(_, { feed }) {
              void collect<unknown>(feed ?? lines(0)).then(() => log.push('engine'))
              yield { kind: 'exit', code: 0 }
            },
          },
        ),
      )
      const feed = {
        [Symbol.asyncIterator]: () => ({
          next: () => new Promise<never>(() => {}),
          async return() {
            log.push('client')
            return { done: true as const, value: undefined }
          },
        }),
      }
      expect(await collect(client.open('exec.run', cat, { feed }))).toEqual([{ kind: 'exit', code: 0 }])
      await vi.waitFor(() => expect(log.toSorted()).toEqual(['client', 'engine']))
    })
  })
}
