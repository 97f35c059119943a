/** Client connections. Who may not see those of others gets empty rows for them. */
const CLIENTS = `(backend_type = 'client backend' or (backend_type is null and datid is not null))`

/**
 * All that is asked of PostgreSQL, as one JSON document from one statement, on one line. Written for PostgreSQL 10 and
 * later; `reserved_connections` is there since 16.
 */
export const QUESTION = `
  select jsonb_build_object(
    'version', current_setting('server_version'),
    'database', current_database(),
    'size', pg_database_size(current_database()),
    'startedAt', floor(extract(epoch from pg_postmaster_start_time()) * 1000),
    'max', current_setting('max_connections')::int,
    'reserved', current_setting('superuser_reserved_connections')::int
      + coalesce(nullif(current_setting('reserved_connections', true), '')::int, 0),
    'clients', (
      select coalesce(jsonb_agg(client), '[]') from (
        select host(client_addr) as address, coalesce(application_name, '') as application,
          coalesce(state, '') as state, pid = pg_backend_pid() as own, count(*)::int as count
        from pg_stat_activity where ${CLIENTS} group by 1, 2, 3, 4
      ) as client),
    'queries', (
      select coalesce(jsonb_agg(query), '[]') from (
        select pid, host(client_addr) as address, coalesce(application_name, '') as application, state,
          greatest(0, floor(extract(epoch from clock_timestamp()
            - case when state = 'active' then query_start else state_change end) * 1000)) as ms,
          coalesce(wait_event_type || ': ' || wait_event, '') as wait, left(query, 500) as text
        from pg_stat_activity
        where ${CLIENTS} and state <> 'idle' and pid <> pg_backend_pid()
        order by 5 desc limit 10
      ) as query))`
  .replace(/\s+/g, ' ')
  .trim()

/** Connections of one client in one state. */
export interface ClientRow {
  /** Null for one through the socket inside the container. */
  readonly address: string | null
  readonly application: string
  readonly state: string
  /** Whether it is the one that asks. */
  readonly own: boolean
  readonly count: number
}

export interface QueryRow {
  readonly pid: number
  readonly address: string | null
  readonly application: string
  readonly state: string
  readonly ms: number
  readonly wait: string
  readonly text: string
}

/** What PostgreSQL answers. Sizes are bytes, times milliseconds. */
export interface Answer {
  readonly version: string
  readonly database: string
  readonly size: number
  readonly startedAt: number
  readonly max: number
  readonly reserved: number
  readonly clients: readonly ClientRow[]
  readonly queries: readonly QueryRow[]
}

/** Reads PostgreSQL's answer. Throws when it is none. */
export function readAnswer(text: string): Answer {
  const answer = JSON.parse(text) as Answer
  // "18.1 (Debian 18.1-1.pgdg13+2)"
  return { ...answer, version: answer.version.split(' ')[0] ?? '' }
}
