import type { Database, DatabaseQuery } from '../../contract/database.ts'
import type { ResourceRow } from './resource-rows.ts'

/** Who is connected to the database, and how. */
export interface Client {
  readonly key: string
  readonly label: string
  readonly color: string
  readonly active: number
  readonly idleInTransaction: number
  readonly idle: number
  readonly other: number
  readonly connections: number
}

/** One running query, and who asked it. */
export interface QueryRow extends Pick<DatabaseQuery, 'pid' | 'ms' | 'text'> {
  readonly label: string
  readonly color: string
  /** With what it waits for. */
  readonly state: string
}

const FAINT = 'var(--text-faint)'

/** The instances with their connections, those without any too, then whoever else is connected. Pure. */
export function clientsOf(
  clients: NonNullable<Database['connections']>['clients'],
  rows: readonly ResourceRow[],
): readonly Client[] {
  const known = new Map(rows.map((row) => [row.name, row]))
  const all = new Map(rows.filter(({ service }) => !service).map((row) => [row.name, empty(row)]))
  for (const client of clients) {
    const before = all.get(client.name) ?? empty(known.get(client.name) ?? stranger(client.name))
    all.set(client.name, {
      ...before,
      active: before.active + client.active,
      idleInTransaction: before.idleInTransaction + client.idleInTransaction,
      idle: before.idle + client.idle,
      other: before.other + client.other,
      connections: before.connections + client.connections,
    })
  }
  return [...all.values()]
}

/** The running queries, each with who asked. Pure. */
export function queryRows(
  queries: readonly DatabaseQuery[],
  rows: readonly ResourceRow[],
): readonly QueryRow[] {
  return queries.map(({ pid, client, ms, state, wait, text }) => {
    const { short, color } = rows.find(({ name }) => name === client.name) ?? stranger(client.name)
    return {
      pid,
      ms,
      label: short,
      color,
      state: wait ? `${state}, waits for ${wait}` : state,
      text: text.replace(/\s+/g, ' ').trim(),
    }
  })
}

function stranger(name: string): Pick<ResourceRow, 'name' | 'short' | 'color'> {
  return { name, short: name, color: FAINT }
}

function empty({ name, short, color }: Pick<ResourceRow, 'name' | 'short' | 'color'>): Client {
  const none = { active: 0, idleInTransaction: 0, idle: 0, other: 0, connections: 0 }
  return { key: name, label: short, color, ...none }
}
