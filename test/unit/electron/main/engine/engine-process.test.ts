import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EngineProcess } from '../../../../../electron/main/engine/engine-process.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

class FakeChild extends EventEmitter {
  readonly posted: unknown[] = []
  killed = false
  postMessage(message: { kind: string }, transfer: unknown[] = []) {
    this.posted.push([message.kind, ...transfer])
  }
  kill() {
    this.killed = true
    this.emit('exit', 1)
  }
}

function start() {
  const children: FakeChild[] = []
  const heard: unknown[] = []
  const engine = new EngineProcess<{ name: string; close(): void }>(
    () => {
      const child = new FakeChild()
      children.push(child)
      return child
    },
    { onStart: () => heard.push('start'), onMessage: (message) => heard.push(message) },
  )
  engine.start()
  const child = () => children.at(-1) ?? new FakeChild()
  const port = (name: string) => ({ name, close: () => heard.push(`closed ${name}`) })
  return { engine, children, heard, child, port }
}

test('Ports go to the process that runs, and its messages come from it', () => {
  const { engine, heard, child, port } = start()
  engine.serve(port('a'))
  engine.tell({ kind: 'chosen', id: 1 })
  child().emit('message', { kind: 'project' })
  expect(child().posted).toEqual([['serve', expect.objectContaining({ name: 'a' })], ['chosen']])
  expect(heard).toEqual(['start', { kind: 'project' }])
})

test('A crashed engine is started again; a port that comes in between is closed', () => {
  const { engine, children, heard, child, port } = start()
  child().emit('exit', 134)
  engine.serve(port('b'))
  expect(heard).toEqual(['start', 'closed b'])
  vi.advanceTimersByTime(100)
  expect({ heard, runs: children.length }).toEqual({ heard: ['start', 'closed b', 'start'], runs: 2 })
})

test('An engine that crashes on start is tried ever more rarely, one that had run well at once', () => {
  const { children, child } = start()
  for (let run = 0; run < 12; run += 1) {
    child().emit('exit', 1)
    vi.advanceTimersByTime(10_000)
  }
  expect(children).toHaveLength(13)
  child().emit('exit', 1)
  vi.advanceTimersByTime(9_999)
  expect(children).toHaveLength(13)
  vi.advanceTimersByTime(1)
  expect(children).toHaveLength(14)
  vi.advanceTimersByTime(30_001)
  child().emit('exit', 1)
  vi.advanceTimersByTime(100)
  expect(children).toHaveLength(15)
})

test('An engine that is stopped may end by itself, and is not started again', async () => {
  const { engine, children, child } = start()
  const stopped = engine.stop(10_000)
  expect(child().posted).toEqual([['close']])
  child().emit('exit', 0)
  await stopped
  vi.advanceTimersByTime(60_000)
  expect({ runs: children.length, killed: child().killed }).toEqual({ runs: 1, killed: false })
})

test('An engine that does not end in time is killed', async () => {
  const { engine, child } = start()
  const stopped = engine.stop(10_000)
  vi.advanceTimersByTime(10_000)
  await stopped
  expect(child().killed).toBe(true)
})

test('An engine that is down can be stopped', async () => {
  const { engine, children, child } = start()
  child().emit('exit', 1)
  await engine.stop(10_000)
  vi.advanceTimersByTime(60_000)
  expect(children).toHaveLength(1)
})
