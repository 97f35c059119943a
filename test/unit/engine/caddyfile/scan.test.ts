import { describe, expect, test } from 'vitest'
import { scanCaddyfile } from '../../../../engine/caddyfile/scan.ts'

/** The words of each line. */
function linesOf(source: string): string[][] {
  const lines: string[][] = []
  for (const { text, first } of scanCaddyfile(source)) {
    if (first) lines.push([])
    lines.at(-1)?.push(text)
  }
  return lines
}

describe('a text is split as Caddy 2.11.4 splits it (asked with `caddy adapt`):', () => {
  test.each<[string, string, string[][]]>([
    ['a quoted word', 'a "b c"', [['a', 'b c']]],
    ['backticks', 'a `b "c"`', [['a', 'b "c"']]],
    ['an escaped quote', 'a "b\\"c"', [['a', 'b"c']]],
    ['another backslash in quotes', 'a "b\\nc"', [['a', 'b\\nc']]],
    ['a line break in quotes', 'a "x\ny" z\nb', [['a', 'x\ny', 'z'], ['b']]],
    ['a backslash in backticks', 'a `\\`', [['a', '\\']]],
    ['an escaped line end', 'a b\\\n c \\\r\n d\ne', [['a', 'b', 'c', 'd'], ['e']]],
    ['a comment', '# x\na b # c', [['a', 'b']]],
    ['a # inside a word', 'a b#c', [['a', 'b#c']]],
    ['a # behind quotes', 'a "b"#c', [['a', 'b']]],
    ['a comment that ends with a backslash', 'a b # c \\\nc d', [['a', 'b', 'c', 'd']]],
    ['a comment with a backslash inside', 'a b # x\\y\nc d', [['a', 'b', 'c', 'd']]],
    ['such a comment on a line of its own', '# c \\\na b', [['a', 'b']]],
    ['a heredoc', 'a <<E\n  x "q" # {\n   y\n  E\nc', [['a', 'x "q" # {\n y'], ['c']]],
    ['a heredoc with CRLF', 'a <<E\r\n\tx\r\n\r\n\tE\r\nc', [['a', 'x\n'], ['c']]],
    ['an escaped heredoc', 'a \\<<E', [['a', '<<E']]],
    ['no heredoc', 'a <<E b', [['a', '<<E', 'b']]],
    ['a backslash inside a word', 'a b\\c', [['a', 'b\\c']]],
    ['a backslash before a space', 'a b\\ ', [['a', 'b']]],
    ['an apostrophe', "a 'b c'", [['a', "'b", "c'"]]],
    ['a placeholder', 'a {b} {c.d}', [['a', '{b}', '{c.d}']]],
    ['a space beyond ASCII', 'a\u00a0b', [['a', 'b']]],
    ['CRLF and a byte order mark', '\uFEFFa b\r\n c\r', [['a', 'b'], ['c']]],
    ['a variable with spaces in its default', 'a {$B:c d}-1', [['a', '{$B:c d}-1']]],
  ])('%s', (_what, source, lines) => {
    expect(linesOf(source)).toEqual(lines)
  })
})

test('every word knows its place', () => {
  const source = '\uFEFFa "b\r\nc"\r\n\td # e'
  const words = scanCaddyfile(source).map(({ start, end, line, quote, first }) => {
    return { written: source.slice(start, end), line, quote, first }
  })
  expect(words).toEqual([
    { written: 'a', line: 1, quote: '', first: true },
    { written: '"b\r\nc"', line: 1, quote: '"', first: false },
    { written: 'd', line: 3, quote: '', first: true },
  ])
})

test('lines are counted over escaped ends, comments that join lines, and heredocs', () => {
  const source = 'a \\\n b # x\\y\nc <<E\nx\nE\nd'
  expect(scanCaddyfile(source).map(({ text, line }) => [text, line])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['x', 3],
    ['d', 6],
  ])
})

test.each([
  ['a\nb "c', 2, 'a quote is not closed'],
  ['a `b', 1, 'backticks are not closed'],
  ['a\n\nb <<E\nx\n', 3, 'a heredoc is not closed'],
  ['a <<E!\nx\nE!', 1, 'a heredoc has no proper marker'],
])('%j has a fault', (source, line, message) => {
  expect(() => scanCaddyfile(source)).toThrow(expect.objectContaining({ line, message }))
})
