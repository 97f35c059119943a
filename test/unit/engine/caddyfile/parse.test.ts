import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type Line, parseCaddyfile } from '../../../../engine/caddyfile/parse.ts'

/** A tree as nested lists: the words of a line, then its block. */
type Shape = [string, Shape[]?]
const shapeOf = (lines: readonly Line[]): Shape[] =>
  lines.map(({ words, block }): Shape => {
    const text = words.map((word) => word.text).join(' ')
    return block === undefined ? [text] : [text, shapeOf(block.lines)]
  })

test('blocks hold the lines between their braces', () => {
  const source =
    '{\n\tadmin off\n}\n\n(x) {\n}\n:80 {\n\ta b {\n\t\tc\n\t}\n\thandle {\n\t}\n\td "{" `}`\n}\n'
  expect(shapeOf(parseCaddyfile(source))).toEqual([
    ['', [['admin off']]],
    ['(x)', []],
    [':80', [['a b', [['c']]], ['handle', []], ['d { }']]],
  ])
})

test('a site without braces is lines at the top', () => {
  expect(shapeOf(parseCaddyfile('localhost\nreverse_proxy a:1 b:2\n'))).toEqual([
    ['localhost'],
    ['reverse_proxy a:1 b:2'],
  ])
})

test('the bundled Caddyfile is taken apart', async () => {
  const source = await readFile(new URL('../../../../stack/Caddyfile', import.meta.url), 'utf8')
  const names = parseCaddyfile(source).map(({ words }) => words.map(({ text }) => text).join(' '))
  expect(names).toEqual(expect.arrayContaining(['', '(instances)', '(lane)', ':80', 'http://:2020']))
})

test.each([
  [':80 {\n\ta\n', 1, 'a brace is not closed'],
  [':80 {\n}\n}\n', 3, 'a brace closes nothing'],
  [':80 {\n\ta { b\n}\n', 2, 'a brace is not the last word of its line'],
])('%j has a fault', (source, line, message) => {
  expect(() => parseCaddyfile(source)).toThrow(expect.objectContaining({ line, message }))
})
