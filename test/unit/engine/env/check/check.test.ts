import { describe, expect, test } from 'vitest'
import { checkEnv } from '../../../../../engine/env/check/check.ts'
import { makeLookup } from '../../../../../engine/project/environment.ts'

const IMAGES = { caddy: 'caddy:2.11', app: 'shop-app', db: 'postgres:18', cache: 'redis:8' }
const AROUND = { lookup: makeLookup({ HOME: '/home/me' }, new Map()), images: IMAGES }

const problemsOf = (text: string, around = AROUND) => checkEnv(text, around).problems

/** What a text becomes when every fix is taken, from the last on so that the places before it hold. */
function mended(text: string): string {
  let result = text
  for (const { fix } of problemsOf(text).reverse())
    if (fix !== undefined) result = result.slice(0, fix.from) + fix.text + result.slice(fix.to)
  return result
}

/** Code, place in the text, and the text with the fix. */
const look = (text: string) =>
  problemsOf(text).map(({ code, line, from, to }) => [code, line, text.slice(from, to)])

test('a problem is told whole: where, what, why and how it is settled', () => {
  expect(problemsOf('A=1\r\nPASSWORD=pa$word\r\n')).toEqual([
    {
      severity: 'warning',
      code: 'unquoted-dollar',
      message: 'The $ begins a variable that nobody sets, so a part of the value is lost.',
      hint: 'Put the value in single quotes, or write $$ for a dollar sign.',
      key: 'PASSWORD',
      line: 2,
      from: 16,
      to: 21,
      fix: { label: 'Put the value in single quotes', from: 14, to: 21, text: "'pa$word'" },
    },
  ])
  expect(problemsOf('A=1\nB="x\nC=2\n')).toEqual([
    {
      severity: 'error',
      code: 'syntax',
      message: 'Compose can not read this line: a quoted value is not closed.',
      hint: 'Add the closing quote, or remove the opening one.',
      line: 2,
      from: 6,
      to: 8,
    },
  ])
})

test('entries stand where they are in the text, with what Compose makes of them', () => {
  const text = "\uFEFF# x\r\nexport A='1' # one\r\nA=2\r\nDB_PASSWORD=\r\nB\r\nTOKEN: $A"
  const { entries } = checkEnv(text, AROUND)
  const shown = entries.map(({ from, to, valueFrom, valueTo, ...rest }) => ({
    ...rest,
    text: text.slice(from, to),
    written: text.slice(valueFrom, valueTo),
  }))
  const entry = (change: object) => ({ secret: false, overridden: false, ...change })
  expect(shown).toEqual([
    entry({ key: 'A', value: '1', line: 2, overridden: true, text: "export A='1'", written: "'1'" }),
    entry({ key: 'A', value: '2', line: 3, text: 'A=2', written: '2' }),
    entry({ key: 'DB_PASSWORD', value: '', line: 4, text: 'DB_PASSWORD=', written: '' }),
    entry({ key: 'B', value: '', line: 5, text: 'B', written: '' }),
    entry({ key: 'TOKEN', value: '2', line: 6, secret: true, text: 'TOKEN: $A', written: '$A' }),
  ])
})

test('a malformed line hides neither the other problems nor the other entries', () => {
  const text = 'A=1\nMY KEY=x\nB=2\nC="open\nD=3\nB=4\n'
  expect(look(text)).toEqual([
    ['syntax', 2, 'MY KEY=x'],
    ['duplicate', 3, 'B'],
    ['syntax', 4, '"open'],
  ])
  expect(checkEnv(text, AROUND).entries.map(({ key }) => key)).toEqual(['A', 'B', 'D', 'B'])
})

describe('each problem at its place:', () => {
  test.each<[string, string, [string, number, string][], string]>([
    ['a duplicate', 'A=1\nB=2\nA=3\n', [['duplicate', 1, 'A']], 'B=2\nA=3\n'],
    ['an exported duplicate with CRLF', 'export A=1\r\nA=3\r\n', [['duplicate', 1, 'A']], 'A=3\r\n'],
    ['a dollar sign in double quotes', 'A="pa$word"', [['unquoted-dollar', 1, '$word']], "A='pa$word'"],
    ['a dollar sign beside one that is meant', 'A=$HOME/$x', [['unquoted-dollar', 1, '$x']], 'A=$HOME/$$x'],
    ['a dollar sign and a quote', "A=it's$x", [['unquoted-dollar', 1, '$x']], "A=it's$$x"],
    ['a bcrypt hash', 'A=$2b$10$Nabc', [['unquoted-dollar', 1, '$Nabc']], "A='$2b$10$Nabc'"],
    ['an unknown variable', `A=x\${B}y`, [['unknown-variable', 1, `\${B}`]], `A=x\${B}y`],
    ['a variable that is set too late', 'A=$B\nB=1\n', [['unquoted-dollar', 1, '$B']], 'A=$B\nB=1\n'],
    ['a variable in a default', `A=\${B:-\${C}}`, [['unknown-variable', 1, `\${C}`]], `A=\${B:-\${C}}`],
    ['a required variable', `A=\${B:?tell}\n`, [['syntax', 1, `\${B:?tell}`]], `A=\${B:?tell}\n`],
    ['a template that does not end', `A=x\${B\n`, [['syntax', 1, `x\${B`]], `A=x\${B\n`],
    ['a name alone', 'A\nB=1\n', [['unknown-variable', 1, 'A']], 'A=\nB=1\n'],
    ['no name', '=1\n', [['syntax', 1, '=1']], '=1\n'],
    [
      'text behind a quote',
      'A="b"c\n',
      [
        ['syntax', 1, 'c'],
        ['unknown-variable', 1, 'c'],
      ],
      'A="b"c=\n',
    ],
    ['export alone', 'A=1\nexport ', [['syntax', 2, '']], 'A=1\nexport '],
    ['spaces around =', 'A = 1\n', [['spaces', 1, ' = ']], 'A=1\n'],
    ['a space before = and no value', 'A =\nB=1', [['spaces', 1, ' =']], 'A=\nB=1'],
    ['spaces at the end', 'A=1  \r\nB=2', [['spaces', 1, '  ']], 'A=1\r\nB=2'],
    ['spaces inside', 'A=My shop\n', [['spaces', 1, 'My shop']], "A='My shop'\n"],
    ['spaces inside, and a variable', 'A=My $HOME\n', [['spaces', 1, 'My $HOME']], 'A="My $HOME"\n'],
    ['a comment for a value', 'A= # none\n', [['spaces', 1, '# none']], "A='' # none\n"],
    ['a comment behind a tab', 'A=1\t# one\n', [['spaces', 1, '\t']], 'A=1 # one\n'],
    ['a value cut off', 'A=We are #1\n', [['spaces', 1, ' #1']], "A='We are #1'\n"],
    ['a secret cut off', 'PASSWORD=x #y z\n', [['spaces', 1, ' #y z']], "PASSWORD='x #y z'\n"],
    [
      'a local database',
      'X=postgres://a:b@localhost/c',
      [['localhost-database', 1, 'localhost']],
      'X=postgres://a:b@db/c',
    ],
    [
      'its port',
      'X="postgresql://127.0.0.1:5432/c"',
      [['localhost-database', 1, '127.0.0.1:5432']],
      'X="postgresql://db:5432/c"',
    ],
    [
      'a port of this machine',
      'X=redis://[::1]:6380',
      [['localhost-database', 1, '[::1]:6380']],
      'X=redis://cache:6379',
    ],
    [
      'a local database that is no service',
      'X=mysql://localhost',
      [['localhost-database', 1, 'localhost']],
      'X=mysql://localhost',
    ],
    ['a port that is none', 'PORT=808O\n', [['port', 1, '808O']], 'PORT=808O\n'],
    ['a port out of range', 'PORT="70000"\n', [['port', 1, '"70000"']], 'PORT="70000"\n'],
    [
      'a URL without scheme',
      'BASE_URL=localhost:8080',
      [['not-a-url', 1, 'localhost:8080']],
      'BASE_URL=http://localhost:8080',
    ],
    [
      'a quoted domain',
      "BETTER_AUTH_URL='x.org'",
      [['not-a-url', 1, "'x.org'"]],
      "BETTER_AUTH_URL='https://x.org'",
    ],
    ['a URL with a slip', 'BASE_URL=http//x', [['not-a-url', 1, 'http//x']], 'BASE_URL=http//x'],
  ])('%s', (_what, text, problems, fixed) => {
    expect([look(text), mended(text)]).toEqual([problems, fixed])
  })
})

describe('a fix settles its problem:', () => {
  test.each([
    'A=1\nA=2\n',
    'A=pa$word',
    "A=it's$x",
    'A = 1',
    'A=1 \n',
    'A= # x\n',
    'A=1\t#x y\n',
    'A=a b',
    'A=b #c',
  ])('%j', (text) => {
    expect(problemsOf(text)).not.toEqual([])
    expect(problemsOf(mended(text))).toEqual([])
  })
})

test('no message, hint or label holds a value', () => {
  const secret = 'hunter2'
  const texts = [
    `A="${secret}`,
    `A=${secret} \nA=1`,
    `A=x$${secret}`,
    `A=\${B:?${secret}}`,
    `A=\${${secret}-`,
    `${secret}\n`,
    `A="x"${secret}\n`,
    `A= # ${secret}\nB=1 #${secret}\nC=x ${secret}\nD=${secret}\t# x`,
    `PORT=${secret}`,
    `BASE_URL=${secret}.org`,
    `DATABASE_URL=postgres://me:${secret}@localhost/${secret}`,
    `=${secret}`,
    `A B=${secret}`,
    `!!! ${secret} ???`,
  ]
  for (const text of texts) {
    const problems = problemsOf(text)
    const shown = problems.map(({ message, hint, key, fix }) => [message, hint, key, fix?.label].join(' '))
    expect(problems, text).not.toEqual([])
    expect(shown.join('\n'), text).not.toContain(secret)
  }
})
