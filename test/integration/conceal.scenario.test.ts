import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { proxyEngine } from '../support/engine-proxy.ts'
import { patience } from '../support/project-files.ts'
import { runShoal } from '../support/shoal.ts'
import { createStack, type Stack } from '../support/stack.ts'

/** Part of every secret here, and of nothing else. */
const MARK = 'mark3dsecret'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 0 })
  await patience(stack, { ready: '30s' })
  await editEnv((text) =>
    text.replace(/^DATABASE_URL=.*$/m, `DATABASE_URL=postgres://shoal:${MARK}1@postgres:5432/shoal`),
  )
  await editEnv((text) => `${text}POSTGRES_PASSWORD=${MARK}1\nSECRET_X=${MARK}2\n`)
  await stack.mustShoal('up', '--scale', '2')
})
afterAll(() => stack?.dispose())

async function editEnv(change: (text: string) => string): Promise<void> {
  const path = join(stack.directory, '.env')
  await writeFile(path, change(await readFile(path, 'utf8')))
}

describe('from an instance only the public site of Caddy can be reached, by name and by address:', () => {
  for (const [port, what] of [
    [2019, 'admin API'],
    [2020, 'gate'],
    [2021, 'lane'],
  ] as const)
    test(`not the ${what}`, async () => {
      const caddy = await stack.exec(
        'app-1',
        'node',
        '-e',
        `require('dns').lookup('caddy', (_, ip) => console.log(ip))`,
      )
      for (const host of ['caddy', stack.container('caddy-1'), caddy.trim()]) {
        expect(await reach(host, 80)).toBe('answers')
        expect(await reach(host, port)).toBe('ECONNREFUSED')
      }
    })

  async function reach(host: string, port: number): Promise<string> {
    const code = `const s = require('net').connect(${port}, '${host}'); s.on('connect', () => { console.log('answers'); s.end() }); s.on('error', (e) => console.log(e.code))`
    return (await stack.exec('app-1', 'node', '-e', code)).trim()
  }
})

test('no secret is in what a command says, except in what env list and env get are asked for', async () => {
  const commands = [
    ['status'],
    ['up'],
    ['up', '--dry-run'],
    ['scale', '3'],
    ['scale', '2'],
    ['restart', 'app-1'],
    ['restart', 'postgres'],
    ['env', 'set', 'OTHER=1', '--dry-run'],
    ['env', 'set', `SECRET_Y=${MARK}3`],
    ['env', 'unset', 'SECRET_Y'],
    ['port'],
    ['engine'],
    ['logs', 'caddy', '--tail', '50'],
    ['scale', '99'],
    ['start', 'nobody'],
    ['env', 'set', `BAD KEY=${MARK}4`],
  ]
  for (const [position, command] of commands.entries()) {
    const { stdout, stderr } = await stack.shoal(...(position % 2 ? ['--json'] : []), ...command)
    expect(stdout + stderr, command.join(' ')).not.toContain(MARK)
  }
  expect((await stack.mustShoal('env', 'get', 'SECRET_X')).stdout).toBe(`${MARK}2`)
})

test('no secret is in an error, even when the instance itself logged it', async () => {
  const blabs = `NODE_OPTIONS=--import=data:text/javascript,console.error(process.env.SECRET_X+process.env.DATABASE_URL);process.exit(7)`
  const { code, stderr } = await stack.shoal('env', 'set', blabs)
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('***') })
  expect(stderr).not.toContain(MARK)
})

test('no secret is in the address of a request to Docker, nor in the arguments of any process', async () => {
  const proxy = await proxyEngine(stack.docker)
  await editEnv((text) => `${text}COLOUR=red\n`)
  let running = true
  const seen = new Set<string>()
  const watching = (async () => {
    while (running) {
      for (const line of await commandLines()) seen.add(line)
      await sleep(20)
    }
  })()
  const { code } = await runShoal(['--project', stack.directory, 'up'], proxy.env)
  running = false
  await watching
  await proxy.cut()
  expect(code).toBe(0)
  expect(proxy.heads()).toMatch(/^POST \S*\/containers\/create\?name=/m)
  expect(proxy.heads()).not.toContain(MARK)
  expect([...seen].filter((line) => line.includes('shoal.cjs')).length).toBeGreaterThan(0)
  expect([...seen].filter((line) => line.includes(MARK))).toEqual([])
})

test('no secret is in the Caddy container, nor in its log', async () => {
  const caddy = await stack.docker.inspectContainer(stack.container('caddy-1'))
  expect(JSON.stringify(caddy)).not.toContain(MARK)
  expect(await stack.exec('caddy-1', 'env')).not.toContain(MARK)
  for await (const { text } of stack.docker.logs(stack.container('caddy-1'), { follow: false, tail: 'all' }))
    expect(text).not.toContain(MARK)
})

/** The arguments of every process of this machine. */
async function commandLines(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''))
  return (await Promise.all(lines)).map((line) => line.replaceAll('\0', ' '))
}
