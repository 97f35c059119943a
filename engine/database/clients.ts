import type { DatabaseClient, DatabaseQuery } from '../../contract/database.ts'
import type { ClientRow, QueryRow } from './question.ts'

/** A container of the project, with its addresses on all of its networks. */
export interface Addressed {
  readonly name: string
  readonly service: string
  readonly index: number
  readonly addresses: readonly string[]
}

type Holder = DatabaseQuery['client']
type Who = Pick<ClientRow, 'address' | 'application'>

/**
 * Who holds how many connections: instances of `app` first, by number; then the project's other containers, then everybody
 * else. Containers are told by their addresses; whoever is none is told by its own name for itself.
 */
export function groupClients(
  rows: readonly ClientRow[],
  containers: readonly Addressed[],
  app: string,
): DatabaseClient[] {
  const clients = new Map<string, DatabaseClient>()
  for (const row of rows) {
    const holder = row.own ? SHOAL : holderOf(row, containers)
    const before = clients.get(holder.name)
    clients.set(holder.name, addRow(before ?? { ...holder, ...NONE }, row))
  }
  const rank = ({ service }: Holder) => (service === app ? 0 : service === '' ? 2 : 1)
  return [...clients.values()].sort(
    (a, b) => rank(a) - rank(b) || a.index - b.index || a.name.localeCompare(b.name),
  )
}

/** The running statements, with who sent them. */
export function nameQueries(rows: readonly QueryRow[], containers: readonly Addressed[]): DatabaseQuery[] {
  return rows.map(({ address, ...query }) => ({
    ...query,
    client: holderOf({ address, application: query.application }, containers),
  }))
}

const SHOAL: Holder = { name: 'shoal', service: '', index: 0 }
const NONE = { application: '', connections: 0, active: 0, idle: 0, idleInTransaction: 0, other: 0 }

function holderOf({ address, application }: Who, containers: readonly Addressed[]): Holder {
  const container = containers.find(({ addresses }) => address !== null && addresses.includes(address))
  if (container) {
    const { name, service, index } = container
    return { name, service, index }
  }
  return { name: application || address || 'inside the container', service: '', index: 0 }
}

function addRow(client: DatabaseClient, { application, state, count }: ClientRow): DatabaseClient {
  const kind = kindOf(state)
  return {
    ...client,
    application: client.application || application,
    connections: client.connections + count,
    [kind]: client[kind] + count,
  }
}

function kindOf(state: string): 'active' | 'idle' | 'idleInTransaction' | 'other' {
  if (state === 'active' || state === 'idle') return state
  return state.startsWith('idle in transaction') ? 'idleInTransaction' : 'other'
}
