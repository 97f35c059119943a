/** Why PostgreSQL does not answer, in a sentence, and what to do about it. */
export interface Reason {
  readonly reason: string
  readonly hint: string
}

/** What psql and the server say, and what it means. Their own words may quote names from `.env`, so they are not shown. */
const MEANINGS: readonly (readonly [words: RegExp, reason: string, hint: string])[] = [
  [
    /psql.*not found|no such file or directory.*psql|executable file not found/i,
    'There is no psql in its container, through which Shoal asks.',
    'Use an image that has it, such as postgres:18.',
  ],
  [
    /password authentication failed|no password supplied/i,
    'PostgreSQL refuses the password of POSTGRES_PASSWORD.',
    'That variable counts only when the database is made: put back what it was, or change the password in PostgreSQL.',
  ],
  [
    /too many clients|remaining connection slots/i,
    'PostgreSQL has no connection left.',
    'Run fewer instances, make their pools smaller, or raise max_connections.',
  ],
  [
    /role ".*" does not exist/i,
    'PostgreSQL does not know the user of POSTGRES_USER.',
    'That variable counts only when the database is made.',
  ],
  [
    /database ".*" does not exist/i,
    'PostgreSQL has no database of the name in POSTGRES_DB.',
    'That variable counts only when the database is made.',
  ],
  [
    /peer authentication failed|no pg_hba\.conf entry/i,
    'PostgreSQL lets nobody in through its own socket.',
    'Allow local connections in pg_hba.conf.',
  ],
  [/starting up|not yet accepting/i, 'PostgreSQL is starting.', 'It answers in a moment.'],
  [/recovery/i, 'PostgreSQL is recovering from a crash.', 'It answers when that is done; look at its log.'],
  [
    /shutting down|terminating connection|server closed the connection/i,
    'PostgreSQL is stopping.',
    'Look at its log if nobody stopped it.',
  ],
  [
    /connection to server.*failed|could not connect|connection refused/i,
    'PostgreSQL takes no connections; it may be starting or stopping.',
    'Look at its log if that stays so.',
  ],
  [
    /statement timeout/i,
    'PostgreSQL did not answer in time: it is very busy.',
    'Look at what it runs, and at the load of the machine.',
  ],
]

/** What the words of psql on its way out mean. */
export function explain(words: string): Reason {
  const found = MEANINGS.find(([pattern]) => pattern.test(words))
  if (found) return { reason: found[1], hint: found[2] }
  return { reason: 'The question that Shoal asks PostgreSQL failed.', hint: 'Look at its log.' }
}
