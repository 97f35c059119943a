import colors from 'picocolors'
import { expect, test } from 'vitest'
import { databaseText } from '../../../../cli/output/database-text.ts'
import type { Database } from '../../../../contract/database.ts'

const plain = colors.createColors(false)
const client = { name: 'shop-app-2', service: 'app', index: 2 }
const ANSWERING: Database = {
  at: 3_600_000,
  state: 'answering',
  reason: '',
  hint: '',
  service: 'postgres',
  container: 'shop-postgres-1',
  server: { version: '18.1', database: 'shop', size: 8 * 1024 * 1024, startedAt: 0 },
  connections: {
    max: 100,
    reserved: 3,
    used: 5,
    clients: [
      {
        ...client,
        ...{ application: 'shop', connections: 5, active: 1, idle: 3, idleInTransaction: 1, other: 0 },
      },
    ],
  },
  queries: [
    {
      ...{ pid: 42, client, application: 'shop', state: 'active', ms: 1_200, wait: 'Timeout: PgSleep' },
      text: `select\n  pg_sleep(3), ${'x'.repeat(60)}`,
    },
  ],
  pool: {
    ...{ size: 10, source: 'environment', variable: 'DATABASE_POOL_MAX', available: 97, others: 0 },
    ...{ projection: [], breaksAt: 10, rolloutBreaksAt: null, text: 'Up to 9 fit: 10 x 10 = 100 > 97.' },
  },
  warnings: [],
}

test('how it is, who is connected, how many instances fit, and what runs', () => {
  expect(databaseText(ANSWERING, plain).split('\n')).toEqual([
    'shop-postgres-1  answering',
    'PostgreSQL 18.1, database shop, 8.0 MB, up 1h',
    '5 of 100 connections, 3 of them reserved',
    '',
    'CLIENT      CONNECTIONS  ACTIVE  IDLE  IN TRANSACTION  OTHER  APPLICATION',
    'shop-app-2            5       1     3               1      0  shop',
    '',
    'Up to 9 fit: 10 x 10 = 100 > 97.',
    '10 by DATABASE_POOL_MAX',
    '',
    'PID  CLIENT      STATE     MS  WAITS FOR         STATEMENT',
    `42   shop-app-2  active  1200  Timeout: PgSleep  select pg_sleep(3), ${'x'.repeat(39)}…`,
  ])
})

test('why it does not answer, and what to do', () => {
  const absent = { server: null, connections: null, queries: [], pool: null, container: '' }
  const text = databaseText(
    { ...ANSWERING, ...absent, state: 'absent', reason: 'postgres does not run.', hint: 'Start it.' },
    plain,
  )
  expect(text.split('\n')).toEqual(['postgres  absent', 'postgres does not run.', 'Start it.'])
})
