import { expect, test } from 'vitest'
import { isAtLeast, levelOf } from '../../../../../engine/logs/record/level.ts'

test.each([
  ['{"level":"warn","msg":"x"}', 'warn'],
  ['{"severity":"ERROR","message":"x"}', 'error'],
  ['{"time":1,"level":50,"msg":"x"}', 'error'],
  ['{"level":60}', 'fatal'],
  ['{"level":10}', 'trace'],
  ['{"lvl":"dbug"}', null],
  ['{"msg":"level"}', null],
  ['time=2026 level=error msg="x"', 'error'],
  ['2026-03-01 10:00:00.123 UTC [42] LOG:  checkpoint starting', 'info'],
  ['2026-03-01 10:00:00.123 UTC [42] FATAL:  role "x" does not exist', 'fatal'],
  ['[warn] something', 'warn'],
  ['\u001b[31mERROR\u001b[0m it went wrong', 'error'],
  ['TypeError: x is not a function\n    at a', 'error'],
  ['java.io.IOException: x', 'error'],
  ['Exception in thread "main" x', 'error'],
  ['Traceback (most recent call last):\n  File', 'error'],
  ['panic: x\n\ngoroutine 1 [running]:', 'fatal'],
  ['/app/server.js:1\n  throw x\n  ^\n\nError: x\n    at y (z:1)', 'error'],
  [' ⨯ Failed to compile', 'error'],
  ['an error in the middle of a sentence', null],
  ['listening on 3000', null],
])('%j', (text, level) => {
  expect(levelOf(text)).toBe(level)
})

test('a level is at least another one when it is as bad or worse; none is nothing', () => {
  expect([isAtLeast('fatal', 'error'), isAtLeast('error', 'error'), isAtLeast('warn', 'error')]).toEqual([
    true,
    true,
    false,
  ])
  expect(isAtLeast(null, 'trace')).toBe(false)
})
