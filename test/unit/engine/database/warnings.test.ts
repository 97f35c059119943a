import { expect, test } from 'vitest'
import { projectPool } from '../../../../engine/database/project-pool.ts'
import { Scarce, tooMany } from '../../../../engine/database/warnings.ts'

const pool = projectPool({
  configured: { size: 10, variable: 'DATABASE_POOL_MAX' },
  observed: 0,
  available: 97,
  others: 0,
  max: 10,
})
const facts = (at: number, used: number, scale: number) => ({
  at,
  container: 'shop-postgres-1',
  service: 'postgres',
  connections: { max: 100, reserved: 3, used, clients: [] },
  pool,
  scale,
})

test('more instances than there are connections for are told of, with what to do', () => {
  expect(new Scarce().look(facts(5, 20, 10))).toEqual([
    {
      kind: 'pool',
      name: 'shop-postgres-1',
      service: 'postgres',
      index: 0,
      text: '10 instances with up to 10 connections each can need 100 connections; PostgreSQL has 97.',
      hint: 'Make the pool of each instance smaller, raise max_connections, or put a pooler in between.',
      since: 5,
    },
  ])
})

test('so is a rollout that needs more', () => {
  expect(new Scarce().look(facts(5, 20, 8)).map(({ text }) => text)).toEqual([
    'A rollout of 8 instances with up to 10 connections each can need 100 connections; PostgreSQL has 97.',
  ])
  expect([tooMany(pool, 8), tooMany(pool, 7)]).toEqual([undefined, undefined])
})

test('connections that are nearly gone are told of until there are clearly more again', () => {
  const scarce = new Scarce()
  const told = [80, 90, 80, 70, 80].map((used, at) => scarce.look(facts(at, used, 1)))
  expect(told.map((warnings) => warnings.map(({ text, since }) => `${since}: ${text}`))).toEqual([
    [],
    ['1: 90 of the 97 connections are taken.'],
    ['1: 80 of the 97 connections are taken.'],
    [],
    [],
  ])
})
