import { expect, test } from 'vitest'
import type { LogEntry } from '../../../../../engine/docker/gateway.ts'
import { Joiner } from '../../../../../engine/logs/record/joiner.ts'

/** The records that lines become which come a millisecond apart, one character of each telling its stream. */
function join(lines: readonly string[], gap = 1): string[][] {
  const joiner = new Joiner()
  const records: string[][] = []
  lines.forEach((text, at) => {
    const entry: LogEntry = { time: 1_000 + at * gap, nanos: 0, stamp: '', stream: 'stdout', text }
    if (joiner.continues(entry, text.charCodeAt(0) || 0)) records.at(-1)?.push(text)
    else records.push([text])
  })
  return records
}

const NODE = [
  '/app/server.js:12',
  "    throw new TypeError('x is not a function')",
  '    ^',
  '',
  'TypeError: x is not a function',
  '    at handle (/app/server.js:12:11)',
  '    at node:internal/main:1:1 {',
  "  code: 'E'",
  '}',
  '',
  'Node.js v24.1.0',
]
const PYTHON = [
  'ERROR:root:it went wrong',
  'Traceback (most recent call last):',
  '  File "/app/main.py", line 3, in <module>',
  '    run()',
  'ValueError: bad',
  '',
  'During handling of the above exception, another exception occurred:',
  '',
  'Traceback (most recent call last):',
  '  File "/app/main.py", line 5, in <module>',
  'KeyError: 1',
]
const GO = [
  'panic: runtime error: index out of range [1] with length 1',
  '',
  'goroutine 1 [running]:',
  'main.(*Server).handle(0xc000012345)',
  '\t/app/main.go:12 +0x1d',
  'created by main.main in goroutine 1',
  '\t/app/main.go:5 +0x2a',
  'exit status 2',
]
const JAVA = [
  'Exception in thread "main" java.lang.IllegalStateException: x',
  '\tat com.example.Main.run(Main.java:3)',
  'Caused by: java.io.IOException: y',
  '\tat com.example.Main.read(Main.java:9)',
  '\t... 12 more',
]

test.each([
  ['Node.js', NODE],
  ['Python', PYTHON],
  ['Go', GO],
  ['Java', JAVA],
])('a stack of %s is one record, and what comes before and behind it is not in it', (_, stack) => {
  expect(join(['before', ...stack, 'behind', 'more'])).toEqual([['before'], stack, ['behind'], ['more']])
})

test('ordinary lines, JSON and empty lines are records of their own', () => {
  const lines = ['one', '{"a":1}', '', 'Caddy 2', 'Done', 'two']
  expect(join(lines)).toEqual(lines.map((line) => [line]))
})

test('an object that is printed over several lines is one', () => {
  expect(join(['{', '  a: 1,', '  b: [', '    2', '  ]', '}', 'next'])).toEqual([
    ['{', '  a: 1,', '  b: [', '    2', '  ]', '}'],
    ['next'],
  ])
})

test('what comes a while later goes on with nothing', () => {
  expect(join(['Error: x', '    at a'], 1_000)).toEqual([['Error: x'], ['    at a']])
})

test('each stream has its own', () => {
  const joiner = new Joiner()
  const entry = (stream: LogEntry['stream'], text: string): LogEntry => ({ time: 1, stamp: '', stream, text })
  const lines = [entry('stderr', 'Error: x'), entry('stdout', 'meanwhile'), entry('stderr', '    at a')]
  expect(lines.map((line) => joiner.continues(line, line.text.charCodeAt(0)))).toEqual([false, false, true])
})
