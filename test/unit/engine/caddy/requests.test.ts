import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { countScript } from '../../../../engine/caddy/count-script.ts'
import { openRequests } from '../../../../engine/caddy/requests.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'

let directory: string
beforeEach(async () => {
  directory = await temporaryFolder()
})

interface Told {
  readonly status?: number
  /** Milliseconds, as JSON: a number, or an empty text when no instance answered. */
  readonly latency?: string
  readonly uri?: string
}

/** A line as Caddy 2.11 writes it. */
const line = (ts: number, { status = 200, latency = '1.5', uri = '/' }: Told = {}) =>
  `{"level":"info","ts":${ts.toFixed(6)},"logger":"http.log.access","msg":"handled request","request":{"method":"GET","uri":${JSON.stringify(uri)}},"bytes_read":0,"user_id":"","duration":0.001,"size":2,"status":${status},"resp_headers":{"Via":["1.1 Caddy"]},"upstream":"shop-app-1:3000","upstream_ms":${latency}}\n`

const write = (name: string, ...lines: string[]) => writeFile(join(directory, name), lines.join(''))
const count = async (from: number, to: number) =>
  (await promisify(execFile)('sh', ['-c', countScript(from, to, directory)])).stdout.trim()

test('requests within the span are counted; those that no instance answered are lost', async () => {
  await write(
    'access.log',
    line(99, { status: 502, latency: '""' }),
    line(100),
    line(101, { status: 502, latency: '""' }),
    line(102, { status: 503, latency: '""' }),
    line(103, { status: 504, latency: '""' }),
    line(104, { status: 0, latency: '""' }),
    line(105, { status: 500 }),
    line(106, { status: 503, latency: '12' }),
    line(107, { status: 404 }),
    line(111),
  )
  expect(await count(100, 110)).toBe('8 4 1')
})

test('what a client sends is not taken for a field', async () => {
  const uri = '/?","status":502,"resp_headers":{},"upstream_ms":1,"ts":1'
  await write('access.log', line(99), line(100, { uri }), line(101, { uri, status: 502, latency: '""' }))
  expect(await count(100, 110)).toBe('2 1 1')
})

test('a span that begins before the file does is looked for in the ones before it', async () => {
  await write('access-2026.log', line(90), line(100))
  await write('access.log', line(101), line(102))
  expect(await count(95, 110)).toBe('3 0 1')
})

test('a long log is read only as far back as it must be', async () => {
  const long = Array.from({ length: 30_000 }, (_, at) => line(1_000 + at / 1_000))
  await write('access.log', ...long)
  expect(await count(1_029.5, 2_000)).toBe('500 0 1')
  expect(await count(1_020, 2_000)).toBe('10000 0 1')
  expect(await count(1, 2_000)).toBe('30000 0 0')
})

test('where there is no log, or none that makes sense, nobody can tell', async () => {
  expect(await count(1, 2)).toBe('')
  const shell = (...lines: string[]) => ({ run: async () => lines, close: () => {} })
  expect(await openRequests(shell()).count(1, 2)).toBeUndefined()
  expect(await openRequests(shell('awk: not found')).count(1, 2)).toBeUndefined()
  expect(await openRequests(shell('12 3 1')).count(1, 2)).toEqual({ total: 12, lost: 3 })
})
