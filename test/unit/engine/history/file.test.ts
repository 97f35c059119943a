import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { noteBegin, noteEnd, readHistory } from '../../../../engine/history/file.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'

let directory: string
let path: string
beforeEach(async () => {
  directory = await temporaryFolder()
  await mkdir(join(directory, '.shoal'))
  path = join(directory, '.shoal', 'history.jsonl')
})

const begin = (count: number) => ({ id: `${count}`, command: 'up', at: count })
const end = (count: number) => ({ ...begin(count), took: 1, outcome: 'done' as const, operations: [] })
const read = (limit = 300) => readHistory(directory, limit, () => false)

test('what was noted is read, newest first, as many as are asked for', async () => {
  expect(await read()).toEqual([])
  for (const count of [1, 2, 3]) {
    await noteBegin(directory, begin(count))
    await noteEnd(directory, end(count))
  }
  expect(await read(2)).toEqual([end(3), end(2)])
})

test('half a line of a killed process costs that line only', async () => {
  await noteBegin(directory, begin(1))
  await appendFile(path, '{"end":{"id":')
  await noteBegin(directory, begin(2))
  await noteEnd(directory, end(2))
  expect(await read()).toEqual([end(2), { ...end(1), took: null, outcome: 'interrupted' }])
})

test('past 250 commands the last 200 are kept', async () => {
  const lines = (count: number) =>
    `${JSON.stringify({ begin: begin(count) })}\n${JSON.stringify({ end: end(count) })}\n`
  await writeFile(path, Array.from({ length: 249 }, (_, count) => lines(count)).join(''))
  await noteBegin(directory, begin(249))
  await noteEnd(directory, end(249))
  expect(await read()).toHaveLength(250)
  await noteBegin(directory, begin(250))
  await noteEnd(directory, end(250))
  const kept = await read()
  expect([kept.length, kept[0]?.id, kept.at(-1)?.id]).toEqual([200, '250', '51'])
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(201)
})

test('a history that cannot be written is nobody’s fault', async () => {
  await mkdir(path)
  await noteBegin(directory, begin(1))
  await noteEnd(directory, end(1))
  expect(await read()).toEqual([])
})
