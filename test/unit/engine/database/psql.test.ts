import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { openPsql } from '../../../../engine/database/psql.ts'
import { QUESTION, readAnswer } from '../../../../engine/database/question.ts'
import type { ExecSession } from '../../../../engine/docker/gateway.ts'
import { execSession, fakeDocker, realShell } from '../../../support/fake-docker.ts'

/** A psql in whose place a shell script reads the question, on this machine. */
async function psqlLike(script: string, change: Partial<ExecSession> = {}) {
  const asked: string[][] = []
  const docker = fakeDocker({
    exec: async (_id, command) => {
      asked.push([...command])
      return { ...realShell('-c', script), ...change }
    },
  })
  return { psql: await openPsql(docker, 'db'), asked }
}

test('one psql answers question after question, and no argument of it holds a value', async () => {
  const { psql, asked } = await psqlLike(
    `n=0; while read -r question && read -r mark; do n=$((n+1)); echo "{\\"n\\": $n}"; echo "--shoal-- "; done`,
  )
  expect([await psql.ask(), await psql.ask()]).toEqual(['{"n": 1}', '{"n": 2}'])
  expect(asked).toEqual([['sh', '-c', expect.stringContaining('exec psql -X -A -t -q -w')]])
  expect(asked[0]?.[2]).not.toContain('-U')
  psql.close()
})

test('a question is one line, so that its end is where the next one starts', () => {
  expect(QUESTION).not.toContain('\n')
})

test('an error of the server is told in words of ours, and psql is closed', async () => {
  const { psql } = await psqlLike(
    `read -r q; read -r m; echo "--shoal-- canceling statement due to statement timeout"; cat`,
  )
  await expect(psql.ask()).rejects.toMatchObject({
    name: 'NoAnswer',
    reason: 'PostgreSQL did not answer in time: it is very busy.',
  })
  await psql.ended
})

test('a psql that is lost says why, on standard error or where Docker puts it', async () => {
  const stderr = new PassThrough()
  stderr.end('psql: error: FATAL:  password authentication failed for user "me"\n')
  const refused = await psqlLike('read -r q', { stderr })
  await expect(refused.psql.ask()).rejects.toMatchObject({
    reason: 'PostgreSQL refuses the password of POSTGRES_PASSWORD.',
  })
  const missing = await psqlLike(`echo 'exec: "sh": executable file not found in $PATH'`)
  await expect(missing.psql.ask()).rejects.toMatchObject({
    reason: 'There is no psql in its container, through which Shoal asks.',
  })
})

test('characters that come in two pieces are put together', async () => {
  const stream = new PassThrough()
  const docker = fakeDocker({ exec: async () => execSession(stream) })
  const psql = await openPsql(docker, 'db')
  const bytes = Buffer.from('{"text": "ä"}\n--shoal-- \n')
  const at = bytes.indexOf(0xc3) + 1
  stream.on('pipe', () => {})
  const asking = psql.ask()
  stream.push(bytes.subarray(0, at))
  stream.push(bytes.subarray(at))
  expect(await asking).toContain('"ä"')
})

test('the answer is read as it is, its version without the packager’s words', () => {
  const answer = {
    version: '18.6 (Debian 18.6-3)',
    database: 'shop',
    size: 7_861_951,
    startedAt: 1_767_268_800_000,
    max: 100,
    reserved: 3,
    clients: [{ own: true, count: 1, state: 'active', address: null, application: 'shoal' }],
    queries: [],
  }
  expect(readAnswer(JSON.stringify(answer))).toEqual({ ...answer, version: '18.6' })
  expect(() => readAnswer('ERROR')).toThrow()
})
