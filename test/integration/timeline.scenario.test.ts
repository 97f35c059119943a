import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { CallOutput } from '../../contract/calls.ts'
import type { TimelineEntry } from '../../contract/timeline.ts'
import { createEngine } from '../../engine/engine.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
})
afterAll(async () => {
  await stack?.dispose()
})

/** What `shoal timeline` tells, by a process of its own that saw nothing. */
const recall = async (): Promise<TimelineEntry[]> =>
  ((await stack.mustShoal('timeline', '--json')).json as CallOutput<'timeline.export'>).entries

const incidents = (entries: readonly TimelineEntry[]) => entries.filter(({ kind }) => kind !== 'command')
const words = (entries: readonly TimelineEntry[]) => entries.map(({ what }) => what)

/** A Shoal that watches the project until the test ends, and what it learns, the last word on each thing. */
function watchFrom() {
  const engine = createEngine({ bundledProject: 'stack' })
  const stop = new AbortController()
  const entries = new Map<string, TimelineEntry>()
  const read = async (name: 'stack.watch' | 'timeline.watch') => {
    const { directory } = stack
    for await (const item of engine.open(name, { directory }, { signal: stop.signal }))
      if ('entries' in item) for (const entry of item.entries) entries.set(entry.id, entry)
  }
  for (const name of ['stack.watch', 'timeline.watch'] as const) read(name).catch(() => {})
  const close = async () => {
    stop.abort()
    await engine.close()
  }
  onTestFinished(close)
  return { engine, close, told: () => [...entries.values()] }
}

describe('the timeline', () => {
  test('a scale by the command line says how many requests it cost, and so does one by another engine', async () => {
    const { engine } = watchFrom()
    let stdout = ''
    const { failures } = await underLoad(stack.url, async () => {
      stdout = (await stack.mustShoal('scale', '3')).stdout
      await engine.call('stack.scale', { directory: stack.directory, scale: 2 })
    })
    expect(failures).toEqual([])
    expect(stdout).toMatch(/^scale 2 -> 3: [\d.]+ m?s, 0 of [\d,]+ requests lost$/m)
    const scales = (await recall()).slice(-2)
    expect(words(scales)).toEqual(['scale 2 -> 3', 'scale 3 -> 2'])
    for (const { requests } of scales) {
      expect(requests).toEqual({ total: expect.any(Number), lost: 0, counted: true })
      expect(requests?.total).toBeGreaterThan(0)
    }
    // What the commands did to containers is no entry of its own.
    expect(incidents(await recall())).toEqual([])
  })
})
