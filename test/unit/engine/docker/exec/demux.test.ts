import { once } from 'node:events'
import { Duplex, type Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { demultiplex } from '../../../../../engine/docker/exec/demux.ts'
import { everySplit, frame } from '../../../../support/frames.ts'

/** A connection whose far end the test plays. */
class FakeSocket extends Duplex {
  readonly written: string[] = []
  ended = false

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, callback: () => void): void {
    this.written.push(chunk.toString())
    callback()
  }

  override _final(callback: () => void): void {
    this.ended = true
    callback()
  }

  receive(...chunks: readonly Buffer[]): this {
    for (const chunk of chunks) this.push(chunk)
    return this
  }
}

const bytes = Buffer.concat([frame(1, 'out '), frame(2, 'err '), frame(3, 'engine'), frame(1, 'end')])

test('output and error come apart wherever the chunks are cut, and both end', async () => {
  for (const chunks of everySplit(bytes)) {
    const socket = new FakeSocket()
    const { stream, stderr, done } = demultiplex(socket, false)
    socket.receive(...chunks.filter((chunk) => chunk.length > 0)).push(null)
    expect(await Promise.all([text(stream), text(stderr), done])).toEqual([
      'out end',
      'err engine',
      undefined,
    ])
  }
})

test('with a terminal everything is output, and error ends at once', async () => {
  const socket = new FakeSocket()
  const { stream, stderr } = demultiplex(socket, true)
  expect(await text(stderr)).toBe('')
  socket.receive(bytes).push(null)
  expect(await text(stream)).toBe(bytes.toString())
})

test('what is written goes to the process, and ending it ends standard input only', async () => {
  const socket = new FakeSocket()
  const { stream } = demultiplex(socket, false)
  stream.write('question')
  stream.end()
  await once(stream, 'finish')
  socket.receive(frame(1, 'answer')).push(null)
  expect([socket.written, socket.ended, await text(stream)]).toEqual([['question'], true, 'answer'])
})

test('the connection pauses while nobody reads, and goes on when somebody does', async () => {
  const socket = new FakeSocket()
  const { stream, stderr, done } = demultiplex(socket, false)
  const chunk = frame(1, Buffer.alloc(64 * 1024))
  for (let count = 0; count < 20; count += 1) socket.receive(chunk)
  socket.push(null)
  await turn()
  expect([socket.isPaused(), stream.readableLength]).toEqual([true, 64 * 1024])
  stderr.resume()
  expect(await total(stream)).toBe(20 * 64 * 1024)
  await done
})

test('an unread error output does not hold back the output once it is thrown away', async () => {
  const socket = new FakeSocket()
  const { stream, stderr } = demultiplex(socket, false)
  stderr.destroy()
  socket.receive(frame(2, Buffer.alloc(256 * 1024)), frame(1, 'still here')).push(null)
  expect(await text(stream)).toBe('still here')
})

test('a connection that ends in the middle of a frame is an error', async () => {
  const socket = new FakeSocket()
  const { stream, stderr, done } = demultiplex(socket, false)
  stream.resume()
  socket.receive(bytes.subarray(0, 10)).push(null)
  await expect(done).rejects.toMatchObject({ code: 'engine-lost' })
  expect([stream.destroyed, stderr.destroyed]).toEqual([true, true])
})

test('a connection that breaks destroys both outputs without an unhandled error', async () => {
  const socket = new FakeSocket()
  const { stream, stderr, done } = demultiplex(socket, false)
  socket.destroy(new Error('ECONNRESET'))
  await expect(done).rejects.toThrow('ECONNRESET')
  expect([stream.destroyed, stderr.destroyed]).toEqual([true, true])
})

test('destroying the stream frees the connection', async () => {
  const socket = new FakeSocket()
  const { stream } = demultiplex(socket, false)
  stream.destroy()
  await once(socket, 'close')
  expect(socket.destroyed).toBe(true)
})

async function total(stream: Readable): Promise<number> {
  let length = 0
  for await (const chunk of stream) length += (chunk as Buffer).length
  return length
}
