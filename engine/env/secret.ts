/** Words that make a name a secret's, as whole words of it: `API_KEY` and `apiKey`, but neither `KEYBOARD` nor `MONKEY`. */
const SECRET_WORDS = new Set([
  ...[
    'key',
    'keys',
    'apikey',
    'secret',
    'secrets',
    'token',
    'tokens',
    'password',
    'passwd',
    'passphrase',
    'pass',
  ],
  ...[
    'pwd',
    'pw',
    'pin',
    'credential',
    'credentials',
    'private',
    'salt',
    'signature',
    'cookie',
    'session',
    'jwt',
  ],
  ...['dsn', 'auth', 'bearer', 'cert', 'certificate'],
])

/** Words that say the value may be read by anyone: `NEXT_PUBLIC_...` ends up in the browser. */
const PUBLIC_PREFIXES = /^(next_public|vite|public|nuxt_public|react_app)_/i

const DATABASE_URL =
  /^(postgres(ql)?|mysql|mariadb|mongodb(\+srv)?|rediss?|amqps?|mssql|sqlserver)(\+\w+)?:\/\//i
const URL_WITH_CREDENTIALS = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s]*@/i
const WELL_KNOWN =
  /^(sk-|sk_live_|sk_test_|rk_live_|gh[pousr]_|github_pat_|xox[abpr]-|AKIA|eyJ[\w-]+\.|-----BEGIN )/

/** Whether a variable's value has to be hidden: by its name, or because the value looks like a secret. */
export function isSecret(name: string, value: string): boolean {
  if (DATABASE_URL.test(value) || URL_WITH_CREDENTIALS.test(value) || WELL_KNOWN.test(value)) return true
  if (/(^|_)(DATABASE|DB|REDIS|MONGO|POSTGRES|MYSQL)_(URL|URI)$/i.test(name)) return true
  if (PUBLIC_PREFIXES.test(name) || /^https?:\/\/[^@\s]*$/i.test(value)) return false
  return wordsOf(name).some((word) => SECRET_WORDS.has(word) || /password|secret|token/.test(word))
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
}

/** What is shown in place of a secret: it says nothing of the value, not even its length. */
export const MASK = '••••••••'

/** The value as it may be shown: a secret as dots, an empty value as it is. */
export function mask(name: string, value: string): string {
  return value !== '' && isSecret(name, value) ? MASK : value
}
