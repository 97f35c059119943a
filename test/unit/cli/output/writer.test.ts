import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Writer } from '../../../../cli/output/writer.ts'

test('a write waits until its reader has caught up', async () => {
  const stream = new PassThrough({ highWaterMark: 4 })
  let written = false
  const writing = new Writer(stream).line('more than four bytes').then(() => {
    written = true
  })
  await setImmediate()
  expect(written).toBe(false)
  stream.resume()
  await writing
  expect(written).toBe(true)
})

test('after the reader has gone writes do nothing, and it is told once', async () => {
  const stream = new PassThrough({ highWaterMark: 4 })
  let closed = 0
  const writer = new Writer(stream, () => {
    closed += 1
  })
  const stuck = writer.line('more than four bytes')
  stream.destroy(new Error('write EPIPE'))
  await stuck
  await writer.line('nobody reads this')
  await writer.flush()
  expect(closed).toBe(1)
})
