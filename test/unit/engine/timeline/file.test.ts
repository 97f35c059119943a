import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { TimelineEntry } from '../../../../contract/timeline.ts'
import { noteEntries, noteLine, readTimeline } from '../../../../engine/timeline/file.ts'
import { KEPT_ENTRIES } from '../../../../engine/timeline/shorten.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'

let directory: string
let path: string
beforeEach(async () => {
  directory = await temporaryFolder()
  await mkdir(join(directory, '.shoal'))
  path = join(directory, '.shoal', 'timeline.jsonl')
})

const begin = (count: number) => ({ id: `${count}`, command: 'up', at: count })
const entry = (count: number): TimelineEntry => ({
  ...begin(count),
  kind: 'command',
  what: 'up',
  container: null,
  cause: 'shoal',
  took: 1,
  outcome: 'done',
  operations: [],
  requests: null,
})
const read = async () => (await readTimeline(directory)).entries

test('what was noted is read, oldest first', async () => {
  expect(await read()).toEqual([])
  for (const count of [2, 1, 3]) {
    await noteLine(directory, { begin: begin(count) })
    await noteLine(directory, { entry: entry(count) })
  }
  expect(await read()).toEqual([entry(1), entry(2), entry(3)])
})

test('half a line of a killed process costs that line only', async () => {
  await noteLine(directory, { begin: begin(1) })
  await appendFile(path, '{"entry":{"id":')
  await noteLine(directory, { begin: begin(2) })
  await noteLine(directory, { entry: entry(2) })
  expect(await read()).toEqual([{ ...entry(1), took: null, outcome: 'interrupted' }, entry(2)])
})

test('two that see the same at the same moment write it once, and none loses what the other wrote', async () => {
  const note = (count: number) =>
    noteEntries(directory, async ({ entries }) =>
      entries.some(({ id }) => id === `${count}`) ? [] : [entry(count)],
    )
  const written = await Promise.all([1, 2, 1, 3, 2, 1, 4].map(note))
  expect(written.flat().map(({ id }) => id)).toHaveLength(4)
  expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(4)
  expect(await read()).toEqual([1, 2, 3, 4].map(entry))
})

test('many entries are shortened to the newest; what made no sense is kept aside', async () => {
  const lines = Array.from({ length: 1_300 }, (_, count) => `${JSON.stringify({ entry: entry(count) })}\n`)
  await writeFile(path, `garbage\n${lines.join('')}`)
  await noteEntries(directory, async () => [entry(1_300)])
  const known = await readTimeline(directory)
  expect([known.entries.length, known.entries[0]?.id, known.entries.at(-1)?.id]).toEqual([
    KEPT_ENTRIES,
    '301',
    '1300',
  ])
  expect([known.dropped, known.garbage]).toEqual([300, 0])
  expect(await readFile(`${path}.rejected`, 'utf8')).toMatch(/^garbage\n/)
})

test('a timeline that cannot be written is nobody’s fault', async () => {
  await mkdir(path)
  await noteLine(directory, { begin: begin(1) })
  expect(await noteEntries(directory, async () => [entry(1)])).toEqual([])
  expect(await read()).toEqual([])
})
