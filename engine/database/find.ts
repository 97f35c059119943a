/** A service, as far as it matters here. */
export interface Candidate {
  readonly name: string
  readonly image: string
}

/** The service that is the project's PostgreSQL; or why there is none, with what to do about it. */
export type Found =
  | { readonly service: string }
  | { readonly service: undefined; readonly reason: string; readonly hint: string }

/** Variables that hold the address of a database, in the order in which they are believed. */
export const URL_KEYS = ['DATABASE_URL', 'POSTGRES_URL', 'POSTGRES_PRISMA_URL', 'PG_URL', 'DB_URL'] as const

/**
 * Finds the service that is PostgreSQL: the one that the app's database URL names, else one by its own name or its image's.
 * A pooler between the two is named by the URL and is not PostgreSQL. Nothing of a URL gets into the reason. Pure.
 */
export function findDatabase(
  services: readonly Candidate[],
  environment: Readonly<Record<string, string>>,
): Found {
  const key = URL_KEYS.find((name) => environment[name])
  const url = readUrl(key === undefined ? undefined : environment[key])
  const named = services.find(({ name }) => name === url?.host)
  const alike = services.filter(isPostgres)
  const found = alike.find(({ name }) => name === named?.name) ?? alike[0] ?? named
  if (found && (found !== named || url?.postgres !== false)) return { service: found.name }
  if (url?.postgres === false)
    return {
      service: undefined,
      reason: `The project has no PostgreSQL: ${key} names another kind of database.`,
      hint: 'Shoal looks into PostgreSQL only.',
    }
  return {
    service: undefined,
    reason: url
      ? `${key} names a host that is no service of this project.`
      : 'The project has no PostgreSQL among its services.',
    hint: 'Shoal looks into a PostgreSQL that runs as a service of the project.',
  }
}

function isPostgres({ name, image }: Candidate): boolean {
  return (
    /postgres|postgis|pgvector|timescale/.test(`${name} ${image}`) && !/exporter|bouncer|admin/.test(image)
  )
}

function readUrl(text: string | undefined): { host: string; postgres: boolean } | undefined {
  const match = /^([a-z][a-z0-9+.-]*):\/\/(?:.*@)?([^/:?#@]+)/i.exec(text ?? '')
  if (!match) return undefined
  return { host: match[2] ?? '', postgres: /^postgres/i.test(match[1] ?? '') }
}
