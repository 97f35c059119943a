import { describe, expect, test } from 'vitest'
import { setVariables, unsetVariables } from '../../../../engine/env/edit.ts'
import { parseDotenv } from '../../../../engine/project/dotenv/parse.ts'

const TEXT = [
  '# The site',
  'BASE_URL=http://localhost # shown in mails',
  '',
  "SECRET='it is $ecret'",
  'export NAME="a \\"b\\""',
  'EMPTY=',
  'TWICE=1',
  'TWICE=2',
  'OUTSIDE',
  'YAML: x',
  'LAST=z',
].join('\n')

describe('setting a variable', () => {
  test('changes the value where it stands and keeps the comment behind it', () => {
    expect(setVariables(TEXT, { BASE_URL: 'https://x' })).toBe(TEXT.replace('http://localhost', 'https://x'))
  })

  test('keeps the quotes that stand there', () => {
    expect(setVariables(TEXT, { SECRET: 'plain' })).toBe(TEXT.replace("'it is $ecret'", "'plain'"))
    expect(setVariables(TEXT, { NAME: 'n' })).toBe(TEXT.replace('"a \\"b\\""', '"n"'))
  })

  test('changes the last of two with one name, because that one counts', () => {
    expect(setVariables(TEXT, { TWICE: '3' })).toBe(TEXT.replace('TWICE=2', 'TWICE=3'))
  })

  test('fills in an empty value, and gives a bare name one', () => {
    expect(setVariables(TEXT, { EMPTY: 'e', OUTSIDE: 'o' })).toBe(
      TEXT.replace('EMPTY=', 'EMPTY=e').replace('OUTSIDE', 'OUTSIDE=o'),
    )
  })

  test('keeps the YAML style of a line', () => {
    expect(setVariables(TEXT, { YAML: 'y' })).toBe(TEXT.replace('YAML: x', 'YAML: y'))
  })

  test('adds a new one at the end, and the text still ends without a line end', () => {
    expect(setVariables(TEXT, { NEW: 'n' })).toBe(`${TEXT}\nNEW=n`)
    expect(setVariables(`${TEXT}\n`, { NEW: 'n' })).toBe(`${TEXT}\nNEW=n\n`)
    expect(setVariables('', { NEW: 'n' })).toBe('NEW=n\n')
  })

  test('keeps CRLF and a byte order mark', () => {
    const windows = '\uFEFFA=1\r\nB=\r\n'
    expect(setVariables(windows, { A: '2', B: '3', C: '4' })).toBe('\uFEFFA=2\r\nB=3\r\nC=4\r\n')
  })

  test('quotes an empty value before a comment, which would be the value otherwise', () => {
    expect(setVariables('A=1 # one\n', { A: '' })).toBe("A='' # one\n")
  })

  test('quotes only what has to be quoted', () => {
    const values = {
      A: 'a b',
      B: 'a#b',
      C: "it's",
      D: 'a $b',
      E: ' x',
      F: "'$",
      G: 'a\nb',
      H: 'x\\',
      I: '$\\',
    }
    expect(setVariables('', values)).toBe(
      [
        "A='a b'",
        'B=a#b',
        "C=it's",
        "D='a $b'",
        "E=' x'",
        'F="\'\\$"',
        "G='a\nb'",
        'H=x\\',
        'I="\\$\\\\"',
        '',
      ].join('\n'),
    )
  })

  test('refuses a name that no shell could read', () => {
    expect(() => setVariables(TEXT, { 'A B': '1' })).toThrow('"A B" is not a name for a variable')
  })

  test('refuses a malformed text, and says so without quoting it', () => {
    expect(() => setVariables('A=1\nB="geheim\n', { A: '2' })).toThrow(
      '.env line 2 can not be read: a quoted value is not closed; the file was left as it is.',
    )
  })
})

describe('removing a variable', () => {
  test('takes every line that sets it, comments behind it included', () => {
    expect(unsetVariables(TEXT, ['BASE_URL', 'TWICE'])).toBe(
      TEXT.replace('BASE_URL=http://localhost # shown in mails\n', '').replace('TWICE=1\nTWICE=2\n', ''),
    )
  })

  test('keeps the end of the text as it was', () => {
    expect(unsetVariables(TEXT, ['LAST'])).toBe(TEXT.replace('\nLAST=z', ''))
    expect(unsetVariables('A=1\r\nB=2', ['B'])).toBe('A=1')
    expect(unsetVariables('\uFEFFA=1\r\nB=2\r\n', ['A'])).toBe('\uFEFFB=2\r\n')
  })

  test('leaves another variable on the same line alone', () => {
    expect(unsetVariables('A="1" B=2\nC=3\n', ['A'])).toBe(' B=2\nC=3\n')
    expect(unsetVariables('A="1" B=2\nC=3\n', ['B'])).toBe('A="1" \nC=3\n')
  })

  test('takes a value of several lines whole', () => {
    expect(unsetVariables('A="x\ny"\nB=2\n', ['A'])).toBe('B=2\n')
  })
})

/** A small generator with a fixed seed, so that a failure can be repeated. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

test('whatever is set is what Compose reads back, and nothing else changes', () => {
  const random = makeRandom(1)
  const pieces = [
    'a',
    ' ',
    '#',
    ' #',
    '$',
    '${',
    '}',
    '$$',
    '"',
    "'",
    '\\',
    '\n',
    '\r',
    '\t',
    '\u00a0',
    '\u2003',
    '=',
  ]
  const alphabet = [
    ...pieces,
    ':',
    '-',
    '?',
    'é',
    '🎉',
    '\\n',
    '\uFEFF',
    '$' + '{A:-b}',
    '\u0000',
    'export ',
    '\u2028',
    '0',
  ]
  const make = () => Array.from({ length: random(7) }, () => alphabet[random(alphabet.length)]).join('')
  const texts = [
    TEXT,
    `\uFEFF${TEXT.replaceAll('\n', '\r\n')}\r\n`,
    'NAME="x" LAST=\'y\'# c\n',
    'NAME',
    'NAME:\tx\ty # c',
  ]
  for (let round = 0; round < 4_000; round += 1) {
    const text = texts[round % texts.length] ?? ''
    const name = ['NAME', 'LAST', 'EMPTY', 'BASE_URL', 'NEW', 'OUTSIDE'][random(6)] ?? ''
    const value = make()
    const expected = parseDotenv(text).set(name, value)
    const edited = setVariables(text, { [name]: value })
    expect(parseDotenv(edited), JSON.stringify({ edited, value })).toEqual(expected)
    expected.delete(name)
    expect(parseDotenv(unsetVariables(edited, [name]))).toEqual(expected)
  }
})
