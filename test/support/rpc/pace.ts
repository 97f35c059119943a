import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { LogRecord } from '../../../contract/logs.ts'
import type { StreamItem } from '../../../contract/streams.ts'
import { WINDOW } from '../../../rpc/inflow.ts'
import { collect, directory, line, type Start } from './fixtures.ts'
import { probeEngine } from './probe-engine.ts'

export function paceScenarios(transport: string, start: Start): void {
  describe(`a slow side over ${transport}`, () => {
    test('never lets the producer of a stream run more than the window ahead', async () => {
      let read = 0
      let ahead = 0
      async function* produce(): AsyncGenerator<LogRecord[]> {
        for (let index = 0; index < 100_000; index++) {
          ahead = Math.max(ahead, index + 1 - read)
          yield line(index)
        }
      }
      const { client } = await start(probeEngine({}, { 'logs.read': produce }))
      for await (const [record] of client.open('logs.read', { directory })) {
        const index = record?.index ?? 0
        if (index !== read) throw new Error(`Item ${index} came in place of ${read}`)
        if (index % 500 === 0) for (let left = 20; left > 0; left--) await turn()
        read += 1
      }
      expect({ read, ahead }).toEqual({ read: 100_000, ahead: WINDOW })
    }, 30_000)

    test('never lets a feed run more than the window ahead', async () => {
      let taken = 0
      let ahead = 0
      const { client } = await start(
        probeEngine(
          {},
          {
            async *'exec.run'(_, { feed }) {
              for await (const _fed of feed ?? []) {
                if (taken % 100 === 0) for (let left = 20; left > 0; left--) await turn()
                taken += 1
              }
              yield { kind: 'exit', code: 0 }
            },
          },
        ),
      )
      async function* feed() {
        for (let sent = 1; sent <= 1000; sent++) {
          ahead = Math.max(ahead, sent - taken)
          yield { kind: 'stdin' as const, data: Uint8Array.of(1) }
        }
      }
      const run = { directory, name: 'app', command: ['cat'] }
      await collect<StreamItem<'exec.run'>>(client.open('exec.run', run, { feed: feed() }))
      expect({ taken, ahead }).toEqual({ taken: 1000, ahead: WINDOW })
    })
  })
}
