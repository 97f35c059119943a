import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { follow } from '../../../../../electron/main/engine/follow.ts'
import { scriptedEngine, snapshot } from '../../../../support/scripted-engine.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('A stream that ends or fails is lost, and opened again after a second, until the signal fires', async () => {
  const heard: string[] = []
  let opened = 0
  const engine = scriptedEngine(
    {},
    {
      'stack.watch': async function* () {
        opened += 1
        yield snapshot({ project: `demo${opened}` })
        if (opened === 1) throw new Error('Docker went away')
      },
    },
  )
  const stop = new AbortController()
  const done = follow(
    engine,
    'stack.watch',
    { directory: '/srv/demo' },
    stop.signal,
    ({ project }) => heard.push(project),
    () => heard.push('lost'),
  )
  await vi.advanceTimersByTimeAsync(999)
  expect(heard).toEqual(['demo1', 'lost'])
  await vi.advanceTimersByTimeAsync(1)
  expect(heard).toEqual(['demo1', 'lost', 'demo2', 'lost'])
  stop.abort()
  await done
  await vi.advanceTimersByTimeAsync(5_000)
  expect(opened).toBe(2)
})
