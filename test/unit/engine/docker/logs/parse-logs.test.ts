import { expect, test } from 'vitest'
import { parseLogs } from '../../../../../engine/docker/logs/parse-logs.ts'
import { chunksOf, collect, everySplit, frame } from '../../../../support/frames.ts'

const entriesOf = async (...input: Parameters<typeof parseLogs>) =>
  (await collect(parseLogs(...input)))
    .flat()
    .map(({ time, stamp, stream, text }) => ({ time, stamp, stream, text }))

const STAMP = '2026-03-01T10:00:00.123456789Z'
const LATER = '2026-03-01T10:00:01.000000000Z'
const time = Date.parse('2026-03-01T10:00:00.123Z')
const later = Date.parse('2026-03-01T10:00:01Z')

test('each message becomes an entry, wherever the chunks are cut', async () => {
  const bytes = Buffer.concat([
    frame(1, `${STAMP} fisch 🐟\r\n`),
    frame(2, `${LATER} ${STAMP} quoted\n`),
    frame(1, `${LATER} \n`),
    frame(1, `${LATER} no end`),
  ])
  for (const chunks of everySplit(bytes))
    expect(await entriesOf(chunksOf(chunks), false)).toEqual([
      { time, stamp: STAMP, stream: 'stdout', text: 'fisch 🐟' },
      { time: later, stamp: LATER, stream: 'stderr', text: `${STAMP} quoted` },
      { time: later, stamp: LATER, stream: 'stdout', text: '' },
      { time: later, stamp: LATER, stream: 'stdout', text: 'no end' },
    ])
})

test('a long line that Docker split is put together, in the middle of a character too', async () => {
  const fish = Buffer.from('🐟')
  const bytes = Buffer.concat([
    frame(1, Buffer.concat([Buffer.from(`${STAMP} ${'x'.repeat(16_382)}`), fish.subarray(0, 2)])),
    frame(2, `${LATER} between\n`),
    frame(1, Buffer.concat([Buffer.from(`${LATER} `), fish.subarray(2), Buffer.from(' end\n')])),
  ])
  expect(await entriesOf(chunksOf([bytes]), false)).toEqual([
    { time: later, stamp: LATER, stream: 'stderr', text: 'between' },
    { time, stamp: STAMP, stream: 'stdout', text: `${'x'.repeat(16_382)}🐟 end` },
  ])
})

test('a terminal has no frames: lines and repeated stamps are found in the bytes', async () => {
  const bytes = Buffer.from(`${STAMP} one\r\n${LATER} ${'y'.repeat(16_384)}${LATER} rest\r\n${LATER} last`)
  for (const chunks of [[bytes], [...bytes].map((byte) => Buffer.from([byte]))])
    expect(await entriesOf(chunksOf(chunks), true)).toEqual([
      { time, stamp: STAMP, stream: 'stdout', text: 'one' },
      { time: later, stamp: LATER, stream: 'stdout', text: `${'y'.repeat(16_384)}rest` },
      { time: later, stamp: LATER, stream: 'stdout', text: 'last' },
    ])
})

test('a line without an end is given out in pieces, so that memory stays bounded', async () => {
  const part = frame(1, `${STAMP} ${'z'.repeat(16_384)}`)
  const entries = await entriesOf(chunksOf(Array.from({ length: 130 }, () => part)), false)
  expect(entries.map((entry) => entry.text.length)).toEqual([1_048_576, 1_048_576, 2 * 16_384])
})

test("the engine's own error inside the stream is thrown", async () => {
  const bytes = frame(3, 'log driver gone')
  await expect(entriesOf(chunksOf([bytes]), false)).rejects.toMatchObject({
    code: 'container-failed',
  })
})
