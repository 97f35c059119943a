import { describe, expect, test } from 'vitest'
import { decode, encode } from '../../../rpc/frame.ts'

function forged(header: object, body: number[] = []): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header))
  return Uint8Array.from([0, 0, 0, text.length, ...text, ...body])
}

describe('a frame', () => {
  test('is readable JSON as long as the message holds no bytes', () => {
    const message = { type: 'item', id: 1, item: { text: 'grüße', list: [1, null, true] } }
    expect(encode(message)).toBe('{"type":"item","id":1,"item":{"text":"grüße","list":[1,null,true]}}')
    expect(decode(encode(message))).toEqual(message)
  })

  test('brings bytes back wherever they are, beside values that look like them', () => {
    const message = {
      bytes: [{ path: ['a'], length: 3 }],
      a: { b: [null, Uint8Array.of(0, 128, 255), { c: new Uint8Array() }] },
      d: Uint8Array.of(1).subarray(0),
    }
    expect(decode(encode(message))).toEqual(message)
  })

  test('costs its bytes and a header', () => {
    const frame = encode({ data: new Uint8Array(65_536) })
    expect(frame.length - 65_536).toBeLessThan(100)
  })

  test('holds nothing of the buffer that its bytes are a part of', () => {
    const pool = Uint8Array.from([1, 2, 3, 4])
    const frame = encode({ data: pool.subarray(1, 2) })
    expect(frame).toBeInstanceOf(Uint8Array)
    if (typeof frame !== 'string') expect(frame.buffer.byteLength).toBe(frame.length)
    pool.fill(0)
    expect(decode(frame)).toEqual({ data: Uint8Array.of(2) })
  })

  test.each([
    ['is too short', Uint8Array.of(0, 0, 0)],
    ['has bytes that belong nowhere', forged({ message: {}, bytes: [{ path: ['a'], length: 1 }] }, [1])],
    [
      'leads to what a message inherits',
      forged({ message: {}, bytes: [{ path: ['toString'], length: 1 }] }, [1]),
    ],
    ['has too few bytes', forged({ message: { a: null }, bytes: [{ path: ['a'], length: 2 }] }, [1])],
    ['has too many bytes', forged({ message: { a: null }, bytes: [{ path: ['a'], length: 1 }] }, [1, 2])],
  ])('is refused when it %s', (_, frame) => {
    expect(() => decode(frame)).toThrow()
  })
})
