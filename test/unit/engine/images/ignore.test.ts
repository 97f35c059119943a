import { describe, expect, test } from 'vitest'
import { parseIgnore } from '../../../../engine/images/ignore.ts'

const FILES = [
  'a.md',
  'README.md',
  'src/a.ts',
  'src/deep/x.log',
  'sub/node_modules/q.js',
  'foo',
  'xfoo',
  'dir/foo',
  'app/(auth)/page.tsx',
  'c++/a.cc',
]

/** What the ignore file leaves out, checked against `docker build` of Engine 20.10 with the same patterns and files. */
function leftOut(content: string): string[] {
  const ignore = parseIgnore(content)
  return FILES.filter((file) => ignore.leavesOut(file))
}

describe('leaves out what Docker leaves out', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['.', []],
    ['*.md', ['a.md', 'README.md']],
    ['*.md\n!README.md', ['a.md']],
    ['!README.md\n*.md', ['a.md', 'README.md']],
    ['# a.md\n\n  src/ \r\n', ['src/a.ts', 'src/deep/x.log']],
    ['\uFEFF/src\n!src/deep', ['src/a.ts']],
    ['src/deep/..', ['src/a.ts', 'src/deep/x.log']],
    ['node_modules', []],
    ['**/node_modules', ['sub/node_modules/q.js']],
    ['**/foo', ['foo', 'dir/foo']],
    ['**foo', ['foo', 'xfoo', 'dir/foo']],
    ['?foo', ['xfoo']],
    ['[^x]oo', ['foo']],
    ['*/*.ts', ['src/a.ts']],
    ['src/**', ['src/a.ts', 'src/deep/x.log']],
    ['**\n!src/a.ts', FILES.filter((file) => file !== 'src/a.ts')],
    ['app/(auth)/*', ['app/(auth)/page.tsx']],
    ['c++', ['c++/a.cc']],
    ['\\foo', ['foo']],
  ])('%j', (content, expected) => {
    expect(leftOut(content)).toEqual(expected)
  })
})

test('case counts, unlike in git on some systems', () => {
  expect(leftOut('readme.md')).toEqual([])
})

test('a folder is searched only when an exception could lie in it', () => {
  const folders = (content: string) =>
    ['build', 'src'].filter((name) => parseIgnore(content).mayHoldExceptions(name))
  expect([folders('*'), folders('*\n!build/out'), folders('*\n!**/out')]).toEqual([
    [],
    ['build'],
    ['build', 'src'],
  ])
})

test.each([
  ['a\n[b', 'line 2: the pattern "[b" is malformed'],
  ['!', 'line 1: the pattern "!" is malformed'],
])('a malformed pattern is named with its line: %j', (content, message) => {
  expect(() => parseIgnore(content)).toThrow(message)
})
