import { expect, test } from 'vitest'
import { mentions, requestIn, requestOf } from '../../../../../engine/logs/record/request.ts'

test.each([
  [{ request_id: 'a1' }, 'a1'],
  [{ 'X-Request-Id': 'a1' }, 'a1'],
  [{ req: { id: 7 } }, '7'],
  [{ request: { headers: { 'X-Request-Id': ['a1'] } } }, 'a1'],
  [{ resp_headers: { 'X-Request-Id': ['a1'] } }, 'a1'],
  [{ traceId: 'a1' }, 'a1'],
  [{ id: 'a1' }, undefined],
])('%j names %s', (fields, id) => {
  expect(requestOf(fields)).toBe(id)
})

test('text names a request behind a word for it', () => {
  expect(['x-request-id: abc-1', 'reqId="abc-2"', 'trace_id=abc-3,', 'a valid id'].map(requestIn)).toEqual([
    'abc-1',
    'abc-2',
    'abc-3',
    undefined,
  ])
})

test('an id is mentioned as a word of its own; a short one only where an id stands', () => {
  expect(mentions('got abcdef-1, done', 'abcdef-1')).toBe(true)
  expect(mentions('got abcdef-12', 'abcdef-1')).toBe(false)
  expect(mentions('took 42 ms', '42')).toBe(false)
  expect(mentions('{"reqId":42,"msg":"x"}', '42')).toBe(true)
  expect(mentions('request_id=r-42', 'r-42')).toBe(true)
})
