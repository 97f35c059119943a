import { expect, test } from 'vitest'
import { readExample } from '../../../../engine/env/example.ts'

test('comments right above a key explain it, else the one behind it; a blank line ends them', () => {
  const text = [
    '\uFEFF# The whole file.',
    '',
    '# Where people open it.',
    '#   In mails too.',
    'BASE_URL=http://localhost # not this',
    'PORT="80" # The public port.',
    '',
    'PLAIN=',
    '# Optional.',
    '# LOG_LEVEL=debug',
    '# REGION=eu',
    '#!/not/a/key=1',
    'LAST=1',
  ].join('\r\n')
  expect(readExample(text)).toEqual([
    { key: 'BASE_URL', about: 'Where people open it. In mails too.', example: 'http://localhost' },
    { key: 'PORT', about: 'The public port.', example: '80' },
    { key: 'PLAIN', about: '', example: '' },
    { key: 'LOG_LEVEL', about: 'Optional.', example: 'debug' },
    { key: 'REGION', about: '', example: 'eu' },
    { key: 'LAST', about: '!/not/a/key=1', example: '1' },
  ])
})

test('a key that is set as well as commented out comes once', () => {
  expect(readExample('# A=1\nA=2\n')).toEqual([{ key: 'A', about: '', example: '2' }])
  expect(readExample('')).toEqual([])
})
