import { expect, test } from 'vitest'
import { isSecret, MASK, mask } from '../../../../engine/env/secret.ts'

test('names of keys, tokens and passwords are secret, whatever their style', () => {
  const names = [
    'API_KEY',
    'apiKey',
    'BETTER_AUTH_SECRET',
    'GITHUB_TOKEN',
    'POSTGRES_PASSWORD',
    'DB_PASS',
    'DATABASE_URL',
    'REDIS_URL',
    'SENTRY_DSN',
  ]
  expect(names.filter((name) => !isSecret(name, 'x'))).toEqual([])
})

test('ordinary names are not secret, even when they contain such a word', () => {
  const names = [
    'PORT',
    'BASE_URL',
    'BETTER_AUTH_URL',
    'NODE_ENV',
    'KEYBOARD',
    'MONKEY',
    'BYPASS',
    'NEXT_PUBLIC_KEY',
  ]
  expect(names.filter((name) => isSecret(name, 'http://localhost:3000'))).toEqual([])
})

test('a value with credentials in it is secret under any name', () => {
  const values = [
    'postgres://u:p@db/x',
    'https://user:pw@example.org',
    'https://ghost@example.org',
    'ghp_abcdef',
    'sk_live_1',
    '-----BEGIN KEY',
  ]
  expect(values.filter((value) => !isSecret('NEXT_PUBLIC_ANYTHING', value))).toEqual([])
})

test('a mask tells nothing of the value, and an empty value is shown as empty', () => {
  expect([
    mask('API_KEY', 'short'),
    mask('API_KEY', 'long'.repeat(9)),
    mask('API_KEY', ''),
    mask('PORT', '80'),
  ]).toEqual([MASK, MASK, '', '80'])
})
