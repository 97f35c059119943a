import { DATABASE_LIMIT_MS } from './database.ts'
import { describeFailure } from './failure.ts'
import type { Instance } from './instance.ts'

export type InstanceVisits = { readonly instance: string; readonly visits: number }

/** Visits counted in PostgreSQL: all of them, and those of the instances that were visited last. */
export type SharedVisits =
  | { readonly known: true; readonly total: number; readonly instances: readonly InstanceVisits[] }
  | { readonly known: false; readonly reason: string }

export type Visits = { readonly memory: number; readonly shared: SharedVisits }

const INSTANCES_SHOWN = 8
const UNDEFINED_TABLE = '42P01'

/** The lock keeps several instances from creating the table at once, which PostgreSQL answers with an error. */
const CREATE = `
  begin;
  select pg_advisory_xact_lock(7461);
  create table if not exists visits (
    instance text primary key,
    visits bigint not null,
    last_visit timestamptz not null
  );
  commit`

/** A row for each instance, so that concurrent visits do not queue for one row's lock. */
const COUNT = `
  insert into visits values ($1, 1, now())
  on conflict (instance) do update set visits = visits.visits + 1, last_visit = now()`

const READ = `
  select instance, visits::int as visits, (sum(visits) over ())::int as total
  from visits order by last_visit desc limit ${INSTANCES_SHOWN}`

type Row = InstanceVisits & { readonly total: number }

/** Counts one visit, in memory and in PostgreSQL; without PostgreSQL the memory still counts. */
export async function countVisit(instance: Instance): Promise<Visits> {
  instance.visits += 1
  return { memory: instance.visits, shared: await countShared(instance) }
}

async function countShared({ name, database }: Instance): Promise<SharedVisits> {
  if (!database.configured) return { known: false, reason: 'DATABASE_URL is not set' }
  try {
    await database.query(COUNT, [name]).catch(async (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE)) throw error
      await database.query(CREATE)
      await database.query(COUNT, [name])
    })
    const rows = await database.query<Row>(READ)
    const instances = rows.map(({ instance, visits }) => ({ instance, visits }))
    return { known: true, total: rows[0]?.total ?? 0, instances: instances.sort(byName) }
  } catch (error) {
    return { known: false, reason: describeFailure(error, DATABASE_LIMIT_MS) }
  }
}

function byName(a: InstanceVisits, b: InstanceVisits): number {
  return a.instance.localeCompare(b.instance, 'en', { numeric: true })
}
