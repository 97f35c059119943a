import type { EnvKey } from '../../contract/env.ts'

type Known = Omit<EnvKey, 'source'>

const known = (key: string, about: string, example = ''): Known => ({ key, about, example })

/** Variables that Next.js, Better Auth, PostgreSQL's client and Node.js read, with what they mean to many instances. */
export const KNOWN_KEYS: readonly Known[] = [
  known('PORT', 'The public port on this machine.', '8080'),
  known('BASE_URL', 'Where people open the app.', 'http://localhost:8080'),
  known(
    'NEXT_PUBLIC_BASE_URL',
    'Where people open the app, for code in the browser; Next.js bakes it in when the app is built.',
    'http://localhost:8080',
  ),
  known('BETTER_AUTH_URL', 'Where Better Auth builds its callback links from.', 'http://localhost:8080'),
  known('BETTER_AUTH_SECRET', 'What Better Auth signs sessions with: the same for every instance.'),
  known('AUTH_SECRET', 'What Auth.js signs sessions with: the same for every instance.'),
  known('AUTH_TRUST_HOST', 'Lets Auth.js believe the host that Caddy passes on.', 'true'),
  known(
    'DATABASE_URL',
    "The database, as the instances see it: its host is the service's name.",
    'postgres://user:password@postgres:5432/database',
  ),
  known(
    'DATABASE_POOL_MAX',
    'The most connections that one instance opens to the database; all instances together have to fit.',
    '5',
  ),
  known('POSTGRES_USER', 'The role that PostgreSQL makes when its data is new.', 'shoal'),
  known('POSTGRES_PASSWORD', "That role's password; a later change does not reach data that exists."),
  known('POSTGRES_DB', 'The database that PostgreSQL makes when its data is new.', 'shoal'),
  known('PGHOST', "Where PostgreSQL's clients connect to: the service's name.", 'postgres'),
  known('REDIS_URL', 'Where caches and sessions are shared by all instances.', 'redis://redis:6379'),
  known(
    'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
    'What Next.js encrypts server actions with: the same for every instance, 32 bytes in base64.',
  ),
  known('NEXT_TELEMETRY_DISABLED', 'Turns the telemetry of Next.js off.', '1'),
  known('NODE_ENV', 'Whether Node.js programs run for production or for development.', 'production'),
  known('NODE_OPTIONS', 'Options for every Node.js process.', '--max-old-space-size=512'),
  known('LOG_LEVEL', 'How much the app logs, by custom.', 'info'),
  known('TZ', 'The time zone.', 'Europe/Berlin'),
]
