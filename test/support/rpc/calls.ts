import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { ShoalError } from '../../../contract/errors.ts'
import { cancelled, collect, directory, failure, type Start, untilAborted } from './fixtures.ts'
import { probeEngine } from './probe-engine.ts'

export function callScenarios(transport: string, start: Start): void {
  describe(`calls over ${transport}`, () => {
    test('reach the engine with defaults filled in and bring its answer back', async () => {
      const change = vi.fn(async () => ({
        plan: { operations: [] },
        text: '',
        changed: ['A'],
        applied: false,
      }))
      const { client } = await start(probeEngine({ 'env.change': change }))
      const output = await client.call('env.change', { directory, set: { A: '1' } })
      expect(output).toEqual({ plan: { operations: [] }, text: '', changed: ['A'], applied: false })
      expect(change.mock.calls).toEqual([
        [
          { directory, set: { A: '1' }, unset: [], apply: true, dryRun: false },
          { signal: expect.any(AbortSignal) },
        ],
      ])
    })

    test('run side by side and each gets its own answer', async () => {
      const { client } = await start(
        probeEngine({
          'port.check': async ({ port }) => {
            for (let left = 10 - port; left > 0; left--) await turn()
            return { free: true, holder: '', next: port }
          },
        }),
      )
      const ports = [1, 2, 3, 4, 5, 6, 7, 8]
      const answers = await Promise.all(ports.map((port) => client.call('port.check', { port })))
      expect(answers.map(({ next }) => next)).toEqual(ports)
    })

    test('fail with the code, message, hint and details of the engine, without the cause', async () => {
      const error = new ShoalError('port-busy', 'Port 80 is busy.', 'Take 8080.', {
        details: ['held by nginx'],
        cause: new Error('secret'),
      })
      const { client } = await start(probeEngine({ 'port.get': () => Promise.reject(error) }))
      expect(await failure(client.call('port.get', { directory }))).toEqual({
        code: 'port-busy',
        message: 'Port 80 is busy.',
        hint: 'Take 8080.',
        details: ['held by nginx'],
      })
    })

    test('with a name that the contract does not have are refused', async () => {
      const { client } = await start(probeEngine({}))
      for (const name of ['stack.fly', 'constructor']) {
        // @ts-expect-error: the contract has no such call.
        expect(await failure(client.call(name, {}))).toEqual({
          code: 'usage',
          message: `Shoal has no call named "${name}"; nothing was done.`,
          hint: expect.any(String),
        })
      }
    })

    test('with bad input are refused with its path and without its value', async () => {
      const { client } = await start(probeEngine({}))
      // @ts-expect-error: values are strings.
      const secret = client.call('env.change', { directory, set: { TOKEN: 271828 } })
      expect(await failure(secret)).toEqual({
        code: 'usage',
        message:
          'Shoal did not start env.change, because of its input; set.TOKEN: Invalid input: expected string, received number.',
        hint: 'Correct the input and try again.',
        details: ['set.TOKEN: Invalid input: expected string, received number'],
      })
    })

    test('fire the signal of the engine when cancelled, and settle when the engine lets go', async () => {
      const log: string[] = []
      const { client } = await start(
        probeEngine({
          'port.get': async (_, { signal }) => {
            log.push('started')
            await untilAborted(signal)
            await turn()
            log.push('let go')
            signal?.throwIfAborted()
            return { port: 1, url: null }
          },
        }),
      )
      const controller = new AbortController()
      const answer = failure(client.call('port.get', { directory }, { signal: controller.signal }))
      await vi.waitFor(() => expect(log).toEqual(['started']))
      controller.abort()
      expect(await answer).toEqual(cancelled)
      expect(log).toEqual(['started', 'let go'])
    })

    test('never reach the engine when cancelled before they start', async () => {
      const { client } = await start(probeEngine({}))
      const signal = AbortSignal.abort()
      expect(await failure(client.call('port.get', { directory }, { signal }))).toEqual(cancelled)
      expect(await failure(collect(client.open('stack.watch', { directory }, { signal })))).toEqual(cancelled)
    })
  })
}
