import { URL_KEYS } from './find.ts'

/** Variables by which apps and frameworks are told how many connections one process may open. */
const KEYS = [
  'DATABASE_POOL_MAX',
  'DATABASE_POOL_SIZE',
  'DB_POOL_MAX',
  'DB_POOL_SIZE',
  'DB_POOL',
  'PGPOOL_MAX',
  'PG_POOL_MAX',
  'PG_POOL_SIZE',
  'POSTGRES_POOL_MAX',
  'POSTGRES_POOL_SIZE',
  'SQLALCHEMY_POOL_SIZE',
  'RAILS_MAX_THREADS',
] as const

/** The same as a parameter of the URL: of Prisma, SQLAlchemy and Ecto, pgx, and others. */
const PARAMETERS = ['connection_limit', 'pool_size', 'pool_max_conns', 'max'] as const

/** The pool of one instance, as its environment says; undefined when it says nothing. */
export function poolSizeOf(
  environment: Readonly<Record<string, string>>,
): { readonly size: number; readonly variable: string } | undefined {
  for (const variable of KEYS) {
    const size = readSize(environment[variable])
    if (size !== undefined) return { size, variable }
  }
  for (const key of URL_KEYS) {
    const query = /\?([^#]*)/.exec(environment[key] ?? '')?.[1]
    const parameters = new URLSearchParams(query)
    for (const parameter of PARAMETERS) {
      const size = readSize(parameters.get(parameter) ?? undefined)
      if (size !== undefined) return { size, variable: `${key} (${parameter})` }
    }
  }
  return undefined
}

function readSize(text: string | undefined): number | undefined {
  const size = /^\d{1,5}$/.test(text?.trim() ?? '') ? Number(text) : 0
  return size > 0 ? size : undefined
}
