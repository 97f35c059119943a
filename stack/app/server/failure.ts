/** Plain words for the failures that a database in a container shows; SQLSTATE codes are PostgreSQL's appendix A. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'database refused the connection',
  ECONNRESET: 'database closed the connection',
  ENOTFOUND: 'database host name is unknown',
  EAI_AGAIN: 'database host name cannot be looked up',
  EHOSTUNREACH: 'database host cannot be reached',
  ENETUNREACH: 'database network cannot be reached',
  '28000': 'database refused the user',
  '28P01': 'database refused the password',
  '3D000': 'database does not exist',
  '53300': 'database has no connections left',
  '57P01': 'database is shutting down',
  '57P02': 'database is recovering from a crash',
  '57P03': 'database is starting up',
}

/**
 * Why a query failed, in words that hold nothing from DATABASE_URL: drivers put hosts, users and whole URLs
 * into their messages, so only the error's code is used.
 */
export function describeFailure(error: unknown, limitMs: number): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === 'ERR_INVALID_URL') return 'DATABASE_URL is not a valid URL'
  if (code !== undefined) return REASONS[code] ?? `database query failed (${code})`
  const message = error instanceof Error ? error.message : ''
  if (/time(d )?out|timeout/i.test(message)) return `database did not answer within ${limitMs} ms`
  if (/terminated/i.test(message)) return 'database closed the connection'
  return 'database query failed'
}
