import { expect, test } from 'vitest'
import { groupClients, nameQueries } from '../../../../engine/database/clients.ts'
import type { ClientRow } from '../../../../engine/database/question.ts'

const container = (service: string, index: number, ...addresses: string[]) => ({
  name: `shop-${service}-${index}`,
  service,
  index,
  addresses,
})
const CONTAINERS = [
  container('app', 1, '172.18.0.5'),
  container('app', 10, '172.18.0.6', '172.19.0.6'),
  container('worker', 1, '172.18.0.7'),
]
const row = (address: string | null, state: string, count: number, change: Partial<ClientRow> = {}) => ({
  address,
  application: 'shop',
  state,
  own: false,
  count,
  ...change,
})

test('connections are those of the instance at their address, on whichever network', () => {
  const rows = [
    row(null, 'active', 1, { application: 'shoal', own: true }),
    row(null, 'idle', 1, { application: 'psql' }),
    row('172.19.0.6', 'idle', 2),
    row('172.18.0.6', 'active', 1),
    row('172.18.0.5', 'idle in transaction', 1),
    row('172.18.0.5', 'idle in transaction (aborted)', 1),
    row('172.18.0.5', '', 1, { application: '' }),
    row('172.18.0.7', 'idle', 1, { application: '' }),
    row('172.18.0.1', 'idle', 3, { application: '' }),
  ]
  const none = { active: 0, idle: 0, idleInTransaction: 0, other: 0 }
  const other = { service: '', index: 0 }
  expect(groupClients(rows, CONTAINERS, 'app')).toEqual([
    {
      ...{ name: 'shop-app-1', service: 'app', index: 1, application: 'shop', connections: 3 },
      ...{ ...none, idleInTransaction: 2, other: 1 },
    },
    {
      ...{ name: 'shop-app-10', service: 'app', index: 10, application: 'shop', connections: 3 },
      ...{ ...none, active: 1, idle: 2 },
    },
    {
      ...{ name: 'shop-worker-1', service: 'worker', index: 1, application: '', connections: 1 },
      ...{ ...none, idle: 1 },
    },
    { name: '172.18.0.1', ...other, application: '', connections: 3, ...none, idle: 3 },
    { name: 'psql', ...other, application: 'psql', connections: 1, ...none, idle: 1 },
    { name: 'shoal', ...other, application: 'shoal', connections: 1, ...none, active: 1 },
  ])
})

test('a statement is of the instance that sent it; one from nowhere comes from inside the container', () => {
  const query = { pid: 7, application: '', state: 'active', ms: 12, wait: '', text: 'select 1' }
  expect(
    nameQueries(
      [
        { ...query, address: '172.18.0.5' },
        { ...query, address: null },
      ],
      CONTAINERS,
    ),
  ).toEqual([
    { ...query, client: { name: 'shop-app-1', service: 'app', index: 1 } },
    { ...query, client: { name: 'inside the container', service: '', index: 0 } },
  ])
})
