import { expect, test } from 'vitest'
import { describeFailure } from '../../../../../stack/app/server/failure.ts'

const withCode = (code: string) => Object.assign(new Error('postgres://u:secret@db/x broke'), { code })

test.each([
  [withCode('ECONNREFUSED'), 'database refused the connection'],
  [withCode('28P01'), 'database refused the password'],
  [withCode('ERR_INVALID_URL'), 'DATABASE_URL is not a valid URL'],
  [withCode('XX000'), 'database query failed (XX000)'],
  [new Error('Query read timeout'), 'database did not answer within 1000 ms'],
  [new Error('timeout exceeded when trying to connect'), 'database did not answer within 1000 ms'],
  [new Error('Connection terminated unexpectedly'), 'database closed the connection'],
  [new Error('postgres://u:secret@db/x broke'), 'database query failed'],
  ['secret', 'database query failed'],
])('a failure is described in plain words without what the driver said: %s', (error, reason) => {
  expect(describeFailure(error, 1000)).toBe(reason)
})
