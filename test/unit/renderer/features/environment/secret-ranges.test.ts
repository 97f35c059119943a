import { expect, test } from 'vitest'
import { DOTS, withDots } from '../../../../../renderer/features/environment/mask/dots.ts'
import { secretRanges } from '../../../../../renderer/features/environment/mask/secret-ranges.ts'

const hidden = (text: string): string =>
  withDots(text, { from: 0, to: text.length }, secretRanges(text)).replaceAll(DOTS, '***')

test('hides values by their names, and keeps the names, the comments and all else', () => {
  const text = [
    'PORT=8080',
    'export API_KEY = abc # from the dashboard',
    'AUTH_SECRET="a b"',
    'TOKEN: x',
    '',
  ].join('\n')
  expect(hidden(text)).toBe(
    ['PORT=8080', 'export API_KEY = *** # from the dashboard', 'AUTH_SECRET=***', 'TOKEN: ***', ''].join(
      '\n',
    ),
  )
})

test('hides a URL with a password under any name, and also in a comment', () => {
  expect(
    hidden('DATABASE_URL=postgres://a:b@c/d\n# was postgres://a:old@c/d once\nBASE_URL=http://a\n'),
  ).toBe('DATABASE_URL=***\n# was *** once\nBASE_URL=http://a\n')
})

test('hides what is commented out, and leaves sentences alone', () => {
  expect(hidden('# OLD_TOKEN=abc\n# Token: see the wiki\n')).toBe('# OLD_TOKEN=***\n# Token: see the wiki\n')
})

test('hides a quoted value of several lines and an unquoted private key', () => {
  const key = '-----BEGIN RSA PRIVATE KEY-----\nabc\ndef\n-----END RSA PRIVATE KEY-----'
  expect(hidden(`JWT_KEY="one\ntwo \\" three"\nA=1\n${key}\nB=2`)).toBe('JWT_KEY=***\nA=1\n***\nB=2')
})

test('hides up to the next assignment where a quote is not closed', () => {
  expect(hidden('API_KEY="abc\ndef\nPORT=1')).toBe('API_KEY=***\nPORT=1')
})

test('finds an assignment that follows a closing quote on the same line', () => {
  expect(hidden('A="1" API_KEY=abc\nB=2')).toBe('A="1" API_KEY=***\nB=2')
})

test('hides nothing of an empty value, a byte order mark or carriage returns', () => {
  expect(hidden('\uFEFFAPI_KEY=abc\r\nTOKEN=\r\nA=1\r\n')).toBe('\uFEFFAPI_KEY=***\r\nTOKEN=\r\nA=1\r\n')
})

test('cuts what a part of a text shows', () => {
  const text = 'A=1\nTOKEN=secret # x'
  expect(withDots(text, { from: 4, to: text.length }, secretRanges(text))).toBe(`TOKEN=${DOTS} # x`)
})
