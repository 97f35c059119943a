import { bytesText } from '../../contract/bytes.ts'
import type { Database, DatabaseClient, DatabaseQuery } from '../../contract/database.ts'
import { formatSpan } from './duration.ts'
import type { Paint } from './paint.ts'
import { table } from './table.ts'
import { warningLines } from './warning-lines.ts'

/** The most of a statement that fits beside the rest on a line. Characters. */
const LONGEST = 60

/** How the database is, for people. */
export function databaseText(database: Database, paint: Paint): string {
  const { server, connections, queries, pool, warnings } = database
  const blocks = [
    head(database, paint),
    server && connections ? clientTable(connections.clients, paint) : [],
    pool ? [pool.text, ...(pool.variable ? [paint.dim(`${pool.size} by ${pool.variable}`)] : [])] : [],
    queries.length > 0 ? queryTable(queries, paint) : [],
    warningLines(warnings, paint),
  ]
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
}

function head(database: Database, paint: Paint): string[] {
  const { state, service, container, server, connections, reason, hint, at } = database
  const colour = { answering: paint.green, silent: paint.red, absent: paint.yellow }[state]
  const title = [paint.bold(container || service || 'PostgreSQL'), colour(state)].join('  ')
  if (!server || !connections) return [title, reason, ...(hint ? [paint.dim(hint)] : [])]
  const { used, max, reserved } = connections
  const facts = [
    `PostgreSQL ${server.version}`,
    `database ${server.database}`,
    bytesText(server.size),
    `up ${formatSpan(at - server.startedAt)}`,
  ]
  return [title, facts.join(', '), `${used} of ${max} connections, ${reserved} of them reserved`]
}

function clientTable(clients: readonly DatabaseClient[], paint: Paint): string[] {
  const titles = ['CLIENT', 'CONNECTIONS', 'ACTIVE', 'IDLE', 'IN TRANSACTION', 'OTHER', 'APPLICATION']
  const columns = titles.map((text, column) => ({
    text,
    paint: paint.dim,
    right: column > 0 && column < titles.length - 1,
  }))
  const number = (count: number) => ({ text: String(count), right: true })
  return table([
    columns,
    ...clients.map((client) => [
      client.name,
      ...[client.connections, client.active, client.idle, client.idleInTransaction, client.other].map(number),
      client.application,
    ]),
  ])
}

function queryTable(queries: readonly DatabaseQuery[], paint: Paint): string[] {
  const titles = ['PID', 'CLIENT', 'STATE', 'MS', 'WAITS FOR', 'STATEMENT']
  return table([
    titles.map((text) => ({ text, paint: paint.dim, right: text === 'MS' })),
    ...queries.map(({ pid, client, state, ms, wait, text }) => {
      const line = text.replace(/\s+/g, ' ').trim()
      const cut = line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
      return [String(pid), client.name, state, { text: String(ms), right: true }, wait, cut]
    }),
  ])
}
