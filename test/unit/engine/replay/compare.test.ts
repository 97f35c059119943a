import { expect, test } from 'vitest'
import type { ReplayAnswer } from '../../../../contract/requests.ts'
import { compareAnswers } from '../../../../engine/replay/compare.ts'

function answer(index: number, changes: Partial<ReplayAnswer> = {}): ReplayAnswer {
  return {
    name: `demo-app-${index}`,
    index,
    status: 200,
    headers: { 'content-type': 'application/json', date: `${index}`, 'x-served-by': `demo-app-${index}` },
    body: { kind: 'text', text: '{\n  "visits": 3\n}', truncated: false, formatted: true },
    bytes: 12,
    took: index,
    error: null,
    ...changes,
  }
}

const text = (text: string): ReplayAnswer['body'] => ({
  kind: 'text',
  text,
  truncated: false,
  formatted: false,
})

test('answers that differ only in what always differs are the same', () => {
  expect(compareAnswers([answer(1), answer(2), answer(3)])).toEqual({
    status: false,
    headers: [],
    body: false,
    lines: [],
  })
})

test('differences are named: status, headers, lines of the body', () => {
  const answers = [
    answer(1, { body: text('a\nb\nc') }),
    answer(2, { body: text('a\nB\nc'), headers: { etag: '1', 'content-type': 'text/plain' } }),
    answer(3, { body: text('a\nb\nc\nd'), status: 404 }),
  ]
  expect(compareAnswers(answers)).toEqual({
    status: true,
    headers: ['content-type', 'etag'],
    body: true,
    lines: [2, 4],
  })
})

test('an answer that did not come differs in its status alone', () => {
  const none = answer(2, { status: null, headers: {}, body: { kind: 'none' }, error: 'socket hang up' })
  expect(compareAnswers([answer(1), none])).toEqual({ status: true, headers: [], body: false, lines: [] })
})

test('bytes are compared by their hash, and bodies that were cut off by their length too', () => {
  const binary = (sha256: string): ReplayAnswer['body'] => ({ kind: 'binary', sha256 })
  const cut: ReplayAnswer['body'] = { kind: 'text', text: 'a', truncated: true, formatted: false }
  expect([
    compareAnswers([answer(1, { body: binary('a') }), answer(2, { body: binary('a') })]).body,
    compareAnswers([answer(1, { body: binary('a') }), answer(2, { body: binary('b') })]).body,
    compareAnswers([answer(1, { body: cut, bytes: 99_999 }), answer(2, { body: cut, bytes: 99_998 })]).body,
  ]).toEqual([false, true, true])
})
