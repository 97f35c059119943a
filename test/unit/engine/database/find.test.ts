import { expect, test } from 'vitest'
import { findDatabase } from '../../../../engine/database/find.ts'

const APP = { name: 'app', image: 'shop-app' }
const POSTGRES = { name: 'postgres', image: 'postgres:18' }
const at = (host: string) => ({ DATABASE_URL: `postgres://me:p@ss/word@${host}:5432/shop` })

test.each([
  ['the one that the URL names', [APP, POSTGRES, { name: 'db', image: 'postgres:17' }], at('db'), 'db'],
  ['the only one there is, without a URL', [APP, POSTGRES], {}, 'postgres'],
  ['by its image', [APP, { name: 'data', image: 'timescale/timescaledb:latest-pg17' }], {}, 'data'],
  ['by the URL alone', [APP, { name: 'data', image: 'acme/sql' }], at('data'), 'data'],
  [
    'the server, not the pooler before it',
    [{ name: 'pool', image: 'edoburu/pgbouncer' }, POSTGRES],
    at('pool'),
    'postgres',
  ],
  [
    'not what only looks at it',
    [{ name: 'numbers', image: 'prometheuscommunity/postgres-exporter' }, POSTGRES],
    {},
    'postgres',
  ],
])('it finds %s', (_title, services, environment, service) => {
  expect(findDatabase(services, environment)).toEqual({ service })
})

test('why there is none, without a word of the URL', () => {
  const mysql = [APP, { name: 'mysql', image: 'mysql:9' }]
  expect([
    findDatabase([APP], {}),
    findDatabase([APP], at('db.example.com')),
    findDatabase(mysql, { DATABASE_URL: 'mysql://me:secret@mysql/shop' }),
  ]).toEqual([
    {
      service: undefined,
      reason: 'The project has no PostgreSQL among its services.',
      hint: 'Shoal looks into a PostgreSQL that runs as a service of the project.',
    },
    {
      service: undefined,
      reason: 'DATABASE_URL names a host that is no service of this project.',
      hint: 'Shoal looks into a PostgreSQL that runs as a service of the project.',
    },
    {
      service: undefined,
      reason: 'The project has no PostgreSQL: DATABASE_URL names another kind of database.',
      hint: 'Shoal looks into PostgreSQL only.',
    },
  ])
})
