import { expect, test } from 'vitest'
import { isSecret } from '../../../contract/secret.ts'

test('a variable is secret by its name or by its value', () => {
  const secret = Object.entries({
    BETTER_AUTH_SECRET: 'x',
    STRIPE_API_KEY: 'x',
    DB_PASSWORD: 'x',
    POSTGRES_PASSWORD: 'x',
    GITHUB_TOKEN: 'x',
    SENTRY_DSN: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    DATABASE_URL: 'postgres://shoal:hunter2@postgres:5432/shoal',
    CACHE: 'redis://:hunter2@redis:6379',
    CERTIFICATE: '-----BEGIN RSA PRIVATE KEY-----\nabc',
  })
  expect(secret.filter(([key, value]) => !isSecret(key, value))).toEqual([])
})

test('a variable that is published or holds no secret is not', () => {
  const plain = Object.entries({
    BASE_URL: 'http://localhost:8080',
    NEXT_PUBLIC_STRIPE_KEY: 'pk_live_1',
    VAPID_PUBLIC_KEY: 'BAb',
    DATABASE_URL: 'postgres://postgres:5432/shoal',
    KEYBOARD: 'qwerty',
    PASSENGERS: '4',
    PORT: '8080',
    BETTER_AUTH_SECRET: '',
    MAIL: 'http://example.org/a:b@c',
  })
  expect(plain.filter(([key, value]) => isSecret(key, value))).toEqual([])
})
