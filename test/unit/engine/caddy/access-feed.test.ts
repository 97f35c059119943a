import { appendFileSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followAccessFeed } from '../../../../engine/caddy/access-feed.ts'
import type { AccessNews } from '../../../../engine/caddy/feed-parser.ts'
import type { AccessPosition } from '../../../../engine/caddy/feed-script.ts'
import { fakeDocker, realShell } from '../../../support/fake-docker.ts'
import { waitFor } from '../../../support/wait-for.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'feed-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const docker = fakeDocker({ exec: async (_container, [, ...args]) => realShell(...args) })
const file = (name = 'access.log') => join(directory, name)
const line = (number: number) => `{"level":"info","ts":${number}.5,"request":{}}`
const append = (...numbers: number[]) => {
  for (const number of numbers) appendFileSync(file(), `${line(number)}\n`)
}
let rotations = 0
/** Rotates as Caddy does: a rename, then a new file. Returns what the old one is called now. */
const rotate = (): string => {
  rotations += 1
  const name = file(`access-2026-${String(rotations).padStart(4, '0')}.log`)
  renameSync(file(), name)
  writeFileSync(file(), '')
  return name
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)

/** Reads on until it is stopped; what it is told, lines as their numbers. */
function read(from?: AccessPosition) {
  const stop = new AbortController()
  const numbers: number[] = []
  const words: AccessNews['kind'][] = []
  const reading = { numbers, words, position: from, stop: async () => {} }
  const done = (async () => {
    const options = { directory, from, signal: stop.signal }
    for await (const news of followAccessFeed(docker, 'caddy', options)) {
      if (news.kind !== 'lines') words.push(news.kind)
      else {
        numbers.push(...news.lines.map((text) => Number(/"ts":(\d+)/.exec(text)?.[1])))
        reading.position = news.position
      }
    }
  })()
  reading.stop = () => {
    stop.abort()
    return done
  }
  return reading
}
type Reading = ReturnType<typeof read>

/** Resolves when everything was read that is written now. */
async function caughtUp({ words }: Reading): Promise<void> {
  const before = words.length
  await waitFor(() => words.slice(before).filter((word) => word === 'end').length >= 2)
}

test('all that is kept is read, oldest first, then what comes, over rotations however many', async () => {
  append(1, 2)
  rotate()
  append(3)
  const reading = read()
  await caughtUp(reading)
  expect(reading.numbers).toEqual([1, 2, 3])
  append(4)
  rotate()
  append(5)
  rotate()
  rotate()
  append(6)
  await caughtUp(reading)
  expect(reading.numbers).toEqual([1, 2, 3, 4, 5, 6])
  expect(reading.words).not.toContain('gap')
  await reading.stop()
})

test('what was deleted before it was read is told as a gap', async () => {
  append(1)
  const reading = read()
  await caughtUp(reading)
  append(2)
  unlinkSync(rotate())
  append(3)
  await caughtUp(reading)
  expect(reading.numbers).toEqual([1, 2, 3])
  expect(reading.words.filter((word) => word === 'gap')).toEqual(['gap'])
  await reading.stop()
})

test('another reader goes on where one was left: in the open file, in a rotated one, or with a gap', async () => {
  append(...range(1, 9))
  const first = read()
  await caughtUp(first)
  await first.stop()
  append(10)
  const second = read(first.position)
  await caughtUp(second)
  await second.stop()
  expect([second.numbers, second.words.includes('gap')]).toEqual([[10], false])

  append(11)
  const rotated = rotate()
  append(12)
  rotate()
  append(13)
  const third = read(second.position)
  await caughtUp(third)
  await third.stop()
  expect([third.numbers, third.words.includes('gap')]).toEqual([[11, 12, 13], false])

  unlinkSync(rotated)
  const fourth = read(second.position)
  await caughtUp(fourth)
  await fourth.stop()
  expect([fourth.numbers, fourth.words[0]]).toEqual([[12, 13], 'gap'])
})

test('a place at the end of a file that was rotated since leads to the next one', async () => {
  append(1)
  const first = read()
  await caughtUp(first)
  await first.stop()
  rotate()
  append(2)
  const second = read(first.position)
  await caughtUp(second)
  await second.stop()
  expect([second.numbers, second.words.includes('gap')]).toEqual([[2], false])
})

test('a line that is being written is put together', async () => {
  append(1)
  const reading = read()
  appendFileSync(file(), line(2).slice(0, 20))
  await caughtUp(reading)
  appendFileSync(file(), `${line(2).slice(20)}\n`)
  append(3)
  await caughtUp(reading)
  expect(reading.numbers).toEqual([1, 2, 3])
  expect(reading.position).toEqual({ file: '1.5', offset: 3 * (line(1).length + 1) })
  await reading.stop()
})

test('a log that comes later is read from then on', async () => {
  const reading = read()
  await waitFor(() => reading.words.includes('none'))
  append(1)
  await waitFor(() => reading.numbers.length === 1)
  await reading.stop()
})
