import { expect, test } from 'vitest'
import { parseAnsi, stripAnsi } from '../../../../../../renderer/features/logs/text/ansi.ts'

const ESC = '\u001b'

test('a plain line is one piece', () => {
  expect(parseAnsi('just words ✓ 🐟')).toEqual([{ text: 'just words ✓ 🐟', look: {} }])
})

test('colours that the app chose are kept as looks', () => {
  expect(parseAnsi(`${ESC}[1;31mred${ESC}[39m bold${ESC}[0m plain ${ESC}[38;5;208;48;2;1;2;3mdeep`)).toEqual([
    { text: 'red', look: { attributes: [1], ink: '31' } },
    { text: ' bold', look: { attributes: [1] } },
    { text: ' plain ', look: {} },
    { text: 'deep', look: { ink: '38;5;208', ground: '48;2;1;2;3' } },
  ])
})

test('colours out of range and unknown codes change nothing', () => {
  const spans = parseAnsi(`${ESC}[38;5;999mone${ESC}[58;5;1mtwo${ESC}[5mthree`)
  expect(spans).toEqual(['one', 'two', 'three'].map((text) => ({ text, look: {} })))
})

test('a colour may be written with colons', () => {
  expect(parseAnsi(`${ESC}[38:2::10:20:30mx`)).toEqual([{ text: 'x', look: { ink: '38;2;10;20;30' } }])
})

const DRIVES: readonly [what: string, sequence: string][] = [
  ['moves the cursor', `${ESC}[2;5H`],
  ['clears the screen', `${ESC}[2J`],
  ['changes a mode', `${ESC}[?1049h`],
  ['asks for an answer', `${ESC}[6n${ESC}[c`],
  ['sets the title', `${ESC}]0;owned\u0007`],
  ['makes a link', `${ESC}]8;;http://evil${ESC}\\`],
  ['writes to the clipboard', `${ESC}]52;c;ZXZpbA==\u0007`],
  ['is a device string', `${ESC}P1$r0m${ESC}\\`],
  ['is a private message', `${ESC}^secret${ESC}\\`],
  ['resets the terminal', `${ESC}c`],
  ['chooses a character set', `${ESC}(0`],
  ['is 8-bit', '\u009b2J\u009d0;owned\u009c'],
  ['rings and goes back', '\u0007\b\r\u0000\u007f'],
  ['turns the direction', '\u202e\u2066\u200f'],
  ['never ends', `${ESC}]0;open for ever`],
  ['is cut off', `${ESC}[`],
  ['is an escape alone', ESC],
]

test.each(DRIVES)('a sequence that %s is taken out', (_what, sequence) => {
  expect(parseAnsi(`before${sequence}`)).toEqual([{ text: 'before', look: {} }])
  expect(stripAnsi(`before${sequence}`)).toBe('before')
})

test('whatever a line holds, no control character is left', () => {
  const pieces = ['[', ']', ';', 'm', '0', '?', '\\', '\u0007', ESC, '\u009b', '\u009d', 'x', '\n', '\u0090']
  let seed = 1
  for (let round = 0; round < 5_000; round++) {
    let line = ''
    for (let at = 0; at < 12; at++) {
      seed = (seed * 48_271) % 2_147_483_647
      line += pieces[seed % pieces.length]
    }
    const text = parseAnsi(line)
      .map((span) => span.text)
      .join('')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
    expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
    expect(stripAnsi(line)).toBe(text)
  }
})

test('a tab is four spaces', () => {
  expect(stripAnsi('\tat main')).toBe('    at main')
})
