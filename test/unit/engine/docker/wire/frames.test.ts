import { expect, test } from 'vitest'
import { FrameSplitter } from '../../../../../engine/docker/wire/frames.ts'
import { everySplit, frame } from '../../../../support/frames.ts'

const bytes = Buffer.concat([
  frame(1, 'out'),
  frame(2, ''),
  frame(2, 'err'),
  frame(3, 'engine'),
  frame(1, 'end'),
])

function split(chunks: readonly Buffer[]): string[] {
  const splitter = new FrameSplitter()
  const payloads: string[] = []
  let payload = ''
  for (const chunk of chunks)
    for (const piece of splitter.push(chunk)) {
      payload += piece.data.toString()
      if (!piece.last) continue
      payloads.push(`${piece.kind}:${payload}`)
      payload = ''
    }
  expect(splitter.midFrame).toBe(false)
  return payloads
}

test('frames come out whole wherever the chunks are cut', () => {
  for (const chunks of everySplit(bytes))
    expect(split(chunks)).toEqual(['1:out', '2:', '2:err', '3:engine', '1:end'])
})

test('a hundred thousand frames in one chunk do not overflow the stack', () => {
  const many = Buffer.concat(Array.from({ length: 100_000 }, () => frame(1, 'x')))
  expect(split([many])).toHaveLength(100_000)
})

test('a stream that ends in a header or a payload is in the middle of a frame', () => {
  for (let length = 1; length < 11; length += 1) {
    const splitter = new FrameSplitter()
    Array.from(splitter.push(frame(1, 'abc').subarray(0, length)))
    expect(splitter.midFrame).toBe(true)
  }
})

test('bytes that are no frames are an error, not output', () => {
  const splitter = new FrameSplitter()
  expect(() => Array.from(splitter.push(Buffer.from('HTTP/1.1 200 OK')))).toThrow('out of step')
})
