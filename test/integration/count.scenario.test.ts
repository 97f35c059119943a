import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLoad } from '../support/load.ts'
import { resultOf } from '../support/shoal.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { answers } from '../support/under-load.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 0 })
  const caddyfile = join(stack.directory, 'Caddyfile')
  const text = await readFile(caddyfile, 'utf8')
  // Small files, so that some thousand requests rotate them.
  await writeFile(caddyfile, text.replace('roll_size 10MiB', 'roll_size 1MiB'))
  await stack.mustShoal('up', '--scale', '2')
})
afterAll(() => stack?.dispose())

/** How many lines bear a mark: a record has its request in its message and again in its fields. */
function countLines(lines: string, mark: string): number {
  return lines.split('\n').filter((line) => line.includes(`mark=${mark}`)).length
}

/** Sends so many requests that bear a mark, and returns how many there were. */
async function send(mark: string, count: number): Promise<number> {
  const load = startLoad({
    url: stack.url,
    postEvery: 0,
    paths: [`/api/whoami?mark=${mark}`],
    connections: 16,
  })
  await answers(load, count)
  const { sent, failures } = await load.stop()
  expect(failures).toEqual([])
  return sent
}

test('the access log, followed, has each request once, while Caddy rotates its file', async () => {
  let lines = ''
  const following = stack.spawnShoal('--json', 'logs', 'caddy', '-f', '--grep', 'mark=(first|rotated|last)')
  following.stdout.on('data', (chunk: Buffer) => {
    lines += chunk
  })
  const count = (mark: string) => countLines(lines, mark)
  await send('first', 1)
  await waitFor(() => count('first') > 0)
  const sent = await send('rotated', 5_000)
  expect((await stack.exec('caddy-1', 'sh', '-c', 'ls /var/log/caddy')).split('\n')).toHaveLength(4)
  await send('last', 1)
  await waitFor(() => count('last') > 0)
  expect(count('rotated')).toBe(sent)
  following.kill('SIGINT')
  await resultOf(following)
})

test('the access log, read on after Caddy was killed, has each request once', async () => {
  let lines = ''
  const following = stack.spawnShoal(
    '--json',
    'logs',
    'caddy',
    '-f',
    '--tail',
    '0',
    '--grep',
    'mark=(here|before|after)',
  )
  following.stdout.on('data', (chunk: Buffer) => {
    lines += chunk
  })
  const count = (mark: string) => countLines(lines, mark)
  await waitFor(async () => {
    await send('here', 1)
    return count('here') > 0
  })
  const before = await send('before', 300)
  await stack.crash('caddy-1')
  await waitFor(async () => {
    // Docker takes connections for a container that is just being started again, and leaves them open.
    const signal = AbortSignal.timeout(2_000)
    const answer = await fetch(`${stack.url}/api/whoami`, { signal }).catch(() => undefined)
    return answer?.ok === true
  })
  const after = await send('after', 300)
  await waitFor(() => count('after') >= after)
  expect({ before: count('before'), after: count('after') }).toEqual({ before, after })
  following.kill('SIGINT')
  await resultOf(following)
})
