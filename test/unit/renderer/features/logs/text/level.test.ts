import { expect, test } from 'vitest'
import {
  continuesLine,
  LEVELS,
  levelOf,
  levelWord,
} from '../../../../../../renderer/features/logs/text/level.ts'

const { none, debug, info, warn, error } = LEVELS

test.each([
  ['{"level":"warn","msg":"x"}', warn],
  ['{"level":50,"msg":"x"}', error],
  ['{"level":30}', info],
  ['{"level":20}', debug],
  ['{"severity":"CRITICAL"}', error],
  ['{"msg":"level is high"}', none],
  ['2026-11-23 08:04:51 UTC [117] ERROR:  relation does not exist', error],
  ['2026-11-23 08:04:51 UTC [1] LOG:  ready', info],
  ['FATAL:  password authentication failed', error],
  ['time=12:00 level=warning msg="disk"', warn],
  ['[debug] one', debug],
  ['[WARN] two', warn],
  ['TypeError: x is not a function', error],
  ['Uncaught Error: boom', error],
  ['error - compile failed', error],
  ['Warning: deprecated', warn],
  [' ⨯ page failed', error],
  [' ⚠ slow', warn],
  ['GET /errors 200', none],
  ['nothing in particular', none],
  ['no errors found: information', none],
])('%s', (text, level) => {
  expect(levelOf(text)).toBe(level)
})

test('a frame of a stack goes on with the line before it', () => {
  const lines = ['    at main (app.js:1)', '\tat x', '}', 'Caused by: y', 'GET /', '']
  expect(lines.map(continuesLine)).toEqual([true, true, true, true, false, false])
})

test('each level has a word', () => {
  expect([none, debug, info, warn, error].map(levelWord)).toEqual(['', 'DEBUG', 'INFO', 'WARN', 'ERROR'])
})
