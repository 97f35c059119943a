import { expect, it } from 'vitest'
import { whySecret } from '../../../../engine/export/judge-file.ts'
import { staysInside } from '../../../../engine/export/list-files.ts'

it.each([
  ['.env.production', '', 'may hold secrets, like any .env'],
  ['.env.example', '', undefined],
  ['server.key', '', 'is a key'],
  ['id_ed25519', '', 'is a key'],
  ['id_ed25519.pub', '', undefined],
  ['cert.pem', '-----BEGIN CERTIFICATE-----', undefined],
  ['cert.pem', '-----BEGIN RSA PRIVATE KEY-----', 'holds a private key'],
  ['.npmrc', 'audit=false\n//host/:_authToken=abc', 'holds a token'],
  ['.npmrc', 'audit=false', undefined],
  ['.pgpass', '', 'holds logins'],
  ['keys.ts', '', undefined],
])('%s with %j: %s', (name, text, why) => expect(whySecret(name, text)).toBe(why))

it.each([
  ['app/current', 'build', true],
  ['app/current', '../compose.yaml', true],
  ['app/current', '../../x', false],
  ['current', '/etc/hosts', false],
  ['current', 'C:/x', false],
])('a link %s to %s stays inside: %s', (path, target, inside) =>
  expect(staysInside(path, target)).toBe(inside),
)
