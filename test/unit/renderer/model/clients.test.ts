import { expect, it } from 'vitest'
import { clientsOf, queryRows } from '../../../../renderer/model/clients.ts'
import { resourceRows } from '../../../../renderer/model/resource-rows.ts'
import { snapshot } from '../../../support/scripted-engine.ts'

const rows = resourceRows(snapshot(), null, null)
const client = (name: string, counts: { active?: number; idle?: number; idleInTransaction?: number }) => {
  const { active = 0, idle = 0, idleInTransaction = 0 } = counts
  return {
    name,
    service: '',
    index: 0,
    application: '',
    connections: active + idle + idleInTransaction,
    active,
    idle,
    idleInTransaction,
    other: 0,
  }
}

it('has every instance, those without connections too, and then whoever else is connected', () => {
  const clients = clientsOf(
    [
      client('demo-app-2', { active: 1, idle: 4 }),
      client('demo-app-2', { idleInTransaction: 1 }),
      client('psql', { active: 1 }),
    ],
    rows,
  )
  expect(
    clients.map(({ label, color, active, idleInTransaction, idle, connections }) =>
      [label, color, active, idleInTransaction, idle, connections].join(' '),
    ),
  ).toEqual([
    'app-1 var(--instance-1) 0 0 0 0',
    'app-2 var(--instance-2) 1 1 4 6',
    'psql var(--text-faint) 1 0 0 1',
  ])
})

it('shows a query in one line, with who asked it and what it waits for', () => {
  const query = { pid: 7, application: '', ms: 1_200, state: 'active', text: 'select *\n  from orders\n' }
  const holder = (name: string) => ({ name, service: '', index: 0 })
  expect(
    queryRows(
      [
        { ...query, client: holder('demo-app-2'), wait: 'Lock: transactionid' },
        { ...query, client: holder('psql'), wait: '' },
      ],
      rows,
    ),
  ).toEqual([
    {
      pid: 7,
      ms: 1_200,
      label: 'app-2',
      color: 'var(--instance-2)',
      state: 'active, waits for Lock: transactionid',
      text: 'select * from orders',
    },
    {
      pid: 7,
      ms: 1_200,
      label: 'psql',
      color: 'var(--text-faint)',
      state: 'active',
      text: 'select * from orders',
    },
  ])
})
