/** Names that hold a secret by custom: `AUTH_SECRET`, `STRIPE_API_KEY`, `DB_PASS`, `SENTRY_DSN`. */
const SECRET_NAME =
  /(?:^|[_.-])(?:secrets?|tokens?|pass|passwd|password|passphrase|pwd|credentials?|salt|dsn|private|jwt|cookie|signature|keys?|apikey)(?:$|[_.-]|\d)/i

/** Names that end like a secret's and are published on purpose. */
const PUBLIC_NAME = /^(?:NEXT_PUBLIC|VITE|PUBLIC|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC)_|(?:^|_)PUBLIC_KEY$/i

/** A URL that carries a password: `postgres://user:password@host/db`. */
const URL_WITH_PASSWORD = /^[a-z][a-z\d+.-]*:\/\/[^\s/?#]*:[^\s/?#]+@/i

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/

/**
 * Whether an environment variable is to be masked where people can see it. Judged by the variable's name as well
 * as by its value, since a database URL is a secret under any name. An empty value hides nothing.
 */
export function isSecret(key: string, value: string): boolean {
  if (value === '') return false
  if (URL_WITH_PASSWORD.test(value) || PRIVATE_KEY.test(value)) return true
  return SECRET_NAME.test(key) && !PUBLIC_NAME.test(key)
}
