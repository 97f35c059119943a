import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ShoalError } from '../../../contract/errors.ts'
import { outcome, type ScriptedEngine, scriptedEngine, snapshot } from '../../support/scripted-engine.ts'
import { waitFor } from '../../support/wait-for.ts'
import { runShoal, type Surroundings } from './run-shoal.ts'

/** Interrupts the run at each of these times, in milliseconds from when the engine was asked. */
function interruptAt(engine: ScriptedEngine, ...times: number[]): NonNullable<Surroundings['meanwhile']> {
  return async ({ interrupt }) => {
    await waitFor(() => engine.asked.length > 0, { interval: 1 })
    for (const time of times) void setTimeout(time).then(interrupt)
  }
}

/** Waits until the signal fires, and then for some more milliseconds. */
async function untilAborted(signal: AbortSignal | undefined, more = 0): Promise<void> {
  await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }))
  await setTimeout(more)
}

const cancelled = () => new ShoalError('cancelled', 'Cancelled; 3 instances run.')

test('an interrupt cancels the call and waits for the engine to settle', async () => {
  const engine = scriptedEngine({
    'stack.scale': async (_, { signal }) => {
      await untilAborted(signal, 50)
      throw cancelled()
    },
  })
  const { code, stdout, stderr } = await runShoal('scale 3 --project P', {
    engine,
    meanwhile: interruptAt(engine, 30),
  })
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Cancelling…\nerror Cancelled; 3 instances run.\n',
  })
})

test('a call that was done before it could be cancelled is done', async () => {
  const engine = scriptedEngine({
    'stack.scale': async (_, { signal }) => {
      await untilAborted(signal)
      return outcome()
    },
  })
  const { code } = await runShoal('scale 3 --project P', { engine, meanwhile: interruptAt(engine, 30) })
  expect(code).toBe(0)
})

test('an engine that does not settle is waited for no longer than a second', async () => {
  const engine = scriptedEngine({ 'stack.scale': () => new Promise(() => {}) })
  let interrupted = 0
  const { code, stderr } = await runShoal('scale 3 --project P --json', {
    engine,
    meanwhile: async ({ interrupt }) => {
      await waitFor(() => engine.asked.length > 0, { interval: 1 })
      interrupted = performance.now()
      interrupt()
    },
  })
  const took = performance.now() - interrupted
  const [said, error] = stderr.trim().split('\n')
  expect({ code, said, error: JSON.parse(error ?? '').error.code }).toEqual({
    code: 1,
    said: 'Cancelling…',
    error: 'cancelled',
  })
  expect(took).toBeGreaterThan(950)
})

test('a second interrupt ends the command at once', async () => {
  const engine = scriptedEngine({ 'stack.scale': () => new Promise(() => {}) })
  const { code, stderr } = await runShoal('scale 3 --project P', {
    engine,
    meanwhile: interruptAt(engine, 10, 60),
  })
  // Had it waited, it would say that the operation did not end.
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'Cancelling…\n' })
})

test('an interrupt is the way to end a view', async () => {
  const engine = scriptedEngine(
    {},
    {
      'stack.watch': async function* (_, { signal }) {
        yield snapshot()
        await untilAborted(signal)
        throw cancelled()
      },
    },
  )
  const { code, stdout, stderr } = await runShoal('status --watch --json --project P', {
    engine,
    meanwhile: interruptAt(engine, 30),
  })
  expect({
    code,
    snapshots: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
    stderr,
  }).toEqual({
    code: 0,
    snapshots: [snapshot()],
    stderr: '',
  })
})

test('a reader that goes away ends a view quietly', async () => {
  const engine = scriptedEngine(
    {},
    {
      'stack.watch': async function* () {
        for (;;) {
          yield snapshot()
          await setTimeout(5)
        }
      },
    },
  )
  const { code, stderr } = await runShoal('status --watch --project P', {
    engine,
    meanwhile: ({ stdout }) => {
      void setTimeout(30).then(() =>
        stdout.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
      )
    },
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})
