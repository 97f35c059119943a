import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MarkJob } from '../../../../../../renderer/features/logs/search/mark-worker.ts'
import { Marker, type MarkThread } from '../../../../../../renderer/features/logs/search/marker.ts'
import { rangesOf } from '../../../../../../renderer/features/logs/text/search.ts'

let jobs: MarkJob[]
let answers: boolean
let ended: number
let changes: number
let marker: Marker

beforeEach(() => {
  vi.useFakeTimers()
  jobs = []
  answers = true
  ended = 0
  changes = 0
  marker = new Marker(() => changes++, startThread)
})
afterEach(() => void vi.useRealTimers())

function startThread(): MarkThread {
  const thread: MarkThread = {
    onmessage: null,
    postMessage(job) {
      jobs.push(job)
      const expression = new RegExp(job.source, job.flags)
      const ranges = job.texts.map((text) => rangesOf(expression, text))
      if (answers) queueMicrotask(() => thread.onmessage?.({ data: { id: job.id, ranges } }))
    },
    terminate: () => ended++,
  }
  return thread
}

test('the lines of a screen are looked through at once, elsewhere, and known from then on', async () => {
  marker.look(/a+/g)
  expect([marker.rangesOf('aab'), marker.rangesOf('b')]).toEqual([[], []])
  await vi.runAllTimersAsync()
  expect(jobs).toEqual([{ id: 1, source: 'a+', flags: 'g', texts: ['aab', 'b'] }])
  expect([marker.rangesOf('aab'), marker.rangesOf('b'), changes]).toEqual([[[0, 2]], [], 1])
  await vi.runAllTimersAsync()
  expect(jobs).toHaveLength(1)
})

test('an expression that takes for ever leaves its lines unmarked, and another one is tried', async () => {
  answers = false
  marker.look(/(a+)+$/g)
  marker.rangesOf('aaab')
  await vi.runAllTimersAsync()
  expect([ended, marker.rangesOf('aaab'), jobs.length]).toEqual([1, [], 1])
  answers = true
  marker.look(/b/g)
  marker.rangesOf('aaab')
  await vi.runAllTimersAsync()
  expect(marker.rangesOf('aaab')).toEqual([[3, 4]])
})

test('an answer about another expression is not taken', async () => {
  marker.look(/a/g)
  marker.rangesOf('ab')
  await Promise.resolve()
  marker.look(/b/g)
  await vi.runAllTimersAsync()
  marker.rangesOf('ab')
  await vi.runAllTimersAsync()
  expect(marker.rangesOf('ab')).toEqual([[1, 2]])
})
