import { expect, test } from 'vitest'
import { explain } from '../../../../engine/database/explain.ts'

const FAILED = 'psql: error: connection to server on socket "/var/run/postgresql/.s.PGSQL.5432" failed:'

test.each([
  ['sh: 9: exec: psql: not found', 'There is no psql in its container, through which Shoal asks.'],
  [
    'OCI runtime exec failed: exec failed: exec: "sh": executable file not found in $PATH',
    'There is no psql in its container, through which Shoal asks.',
  ],
  [
    `${FAILED} FATAL:  password authentication failed for user "secret"`,
    'PostgreSQL refuses the password of POSTGRES_PASSWORD.',
  ],
  [`${FAILED} FATAL:  sorry, too many clients already`, 'PostgreSQL has no connection left.'],
  [`${FAILED} FATAL:  role "secret" does not exist`, 'PostgreSQL does not know the user of POSTGRES_USER.'],
  [
    `${FAILED} FATAL:  database "secret" does not exist`,
    'PostgreSQL has no database of the name in POSTGRES_DB.',
  ],
  [`${FAILED} FATAL:  the database system is starting up`, 'PostgreSQL is starting.'],
  [`${FAILED} FATAL:  the database system is shutting down`, 'PostgreSQL is stopping.'],
  [`${FAILED} No such file or directory`, 'PostgreSQL takes no connections; it may be starting or stopping.'],
  ['FATAL:  terminating connection due to administrator command', 'PostgreSQL is stopping.'],
  ['canceling statement due to statement timeout', 'PostgreSQL did not answer in time: it is very busy.'],
  ['something else of secret', 'The question that Shoal asks PostgreSQL failed.'],
])('%s', (words, reason) => {
  const told = explain(words)
  expect(told.reason).toBe(reason)
  expect(`${told.reason} ${told.hint}`).not.toContain('secret')
  expect(told.hint).not.toBe('')
})
