import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Part } from '../../../../../contract/models.ts'
import { reportParts } from '../../../../../engine/stack/execute/parts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function recorder() {
  const reports: { detail: string; parts?: readonly Part[] | undefined }[] = []
  const report = (detail: string, parts?: readonly Part[]) => void reports.push({ detail, parts })
  return { reports, run: { signal: new AbortController().signal, report } }
}
const layer = (name: string, text: string, current?: number, total?: number) => ({
  layer: name,
  text,
  ...(current === undefined ? {} : { current }),
  ...(total === undefined ? {} : { total }),
})

test('layers of a pull: states in plain words, bytes, and what the tag says left out', async () => {
  const { reports, run } = recorder()
  await reportParts(run, async (onProgress) => {
    onProgress(layer('2.11', 'Pulling from library/caddy'))
    onProgress(layer('ab', 'Already exists'))
    onProgress(layer('cd', 'Pulling fs layer'))
    onProgress(layer('cd', 'Downloading', 5, 10))
    onProgress(layer('ef', 'Downloading', 7, 7))
    onProgress(layer('ef', 'Download complete'))
    await vi.advanceTimersByTimeAsync(200)
    onProgress(layer('cd', 'Extracting', 3, 10))
    onProgress(layer('ef', 'Extracting', 2))
    await vi.advanceTimersByTimeAsync(200)
    onProgress(layer('cd', 'Pull complete'))
    onProgress({ text: 'Status: Downloaded newer image' })
  })
  const part = (name: string, state: string, done: number, total: number) => ({ name, state, done, total })
  expect(reports).toEqual([
    {
      detail: 'ef Download complete',
      parts: [part('ab', 'done', 0, 0), part('cd', 'downloading', 5, 10), part('ef', 'downloaded', 7, 7)],
    },
    {
      detail: 'ef Extracting',
      parts: [part('ab', 'done', 0, 0), part('cd', 'extracting', 3, 10), part('ef', 'extracting', 7, 7)],
    },
    {
      detail: 'Status: Downloaded newer image',
      parts: [part('ab', 'done', 0, 0), part('cd', 'done', 10, 10), part('ef', 'done', 7, 7)],
    },
  ])
})

test('steps of a build: the newest runs, those before it are done, and a failure leaves it running', async () => {
  const { reports, run } = recorder()
  const building = reportParts(run, async (onProgress) => {
    for (const text of ['Step 1/2 : FROM node', ' ---> 0123', 'Step 2/2 : RUN build', 'npm error'])
      onProgress({ text })
    throw new Error('it failed')
  })
  await expect(building).rejects.toThrow('it failed')
  const part = (name: string, state: string) => ({ name, state, done: 0, total: 0 })
  expect(reports).toEqual([
    {
      detail: 'npm error',
      parts: [part('Step 1/2 : FROM node', 'done'), part('Step 2/2 : RUN build', 'running')],
    },
  ])
})

test('it reports five times a second at most, keeps the last word, and tells of 200 parts at most', async () => {
  const { reports, run } = recorder()
  await reportParts(run, async (onProgress) => {
    for (let count = 0; count < 1_000; count += 1) {
      onProgress(layer(`layer${count % 300}`, 'Downloading', count, 1_000))
      await vi.advanceTimersByTimeAsync(2)
    }
  })
  expect(reports.length).toBeGreaterThanOrEqual(10)
  expect(reports.length).toBeLessThanOrEqual(12)
  expect(reports.at(-1)?.detail).toBe('layer99 Downloading')
  expect(reports.at(-1)?.parts).toHaveLength(200)
})

test('nothing told is nothing reported', async () => {
  const { reports, run } = recorder()
  expect(await reportParts(run, async () => 'image')).toBe('image')
  await vi.runAllTimersAsync()
  expect(reports).toEqual([])
})
