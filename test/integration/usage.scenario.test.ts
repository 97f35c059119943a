import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../contract/database.ts'
import type { Engine } from '../../contract/engine.ts'
import type { Stats } from '../../contract/stats.ts'
import { createEngine } from '../../engine/engine.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { waitFor } from '../support/wait-for.ts'

const MB = 1024 * 1024
const PASSWORD = 'geheim-4711'
const QUERY = `select coalesce(host(client_addr), ''), count(*) from pg_stat_activity
  where backend_type = 'client backend' and pid <> pg_backend_pid() group by 1`

let stack: Stack
let engine: Engine
const stop = new AbortController()
/** What two screens that are open all the time were told. */
const stats: Stats[] = []
const database: Database[] = []

beforeAll(async () => {
  stack = await createStack({ scale: 0 })
  const compose = join(stack.directory, 'compose.yaml')
  const text = await readFile(compose, 'utf8')
  const app =
    'build: ./app\n    tmpfs: /eat\n    deploy: { resources: { limits: { memory: 128m, cpus: "1.5" } } }'
  await writeFile(
    compose,
    text
      .replace('build: ./app', app)
      .replace('image: postgres:18', 'image: postgres:18\n    command: [postgres, -c, max_connections=12]'),
  )
  await stack.mustShoal(
    ...['env', 'set', '--no-apply', `POSTGRES_PASSWORD=${PASSWORD}`, 'DATABASE_POOL_MAX=5'],
    `DATABASE_URL=postgres://shoal:${PASSWORD}@postgres:5432/shoal`,
  )
  await stack.mustShoal('up', '--scale', '1')
  engine = createEngine({ bundledProject: 'stack' })
  void collect('stats.watch', stats)
  void collect('database.watch', database)
})
afterAll(async () => {
  stop.abort()
  await engine?.close()
  await stack?.dispose()
})

async function collect(name: 'stats.watch' | 'database.watch', items: unknown[]): Promise<void> {
  for await (const item of engine.open(name, { directory: stack.directory }, { signal: stop.signal }))
    items.push(item)
}
const psql = (sql: string) => stack.exec('postgres-1', 'psql', '-U', 'shoal', '-d', 'shoal', '-Atc', sql)
const now = () =>
  waitFor(() => database.at(-1)?.state === 'answering' && database.at(-1)).then((it) => it as Database)

/** What the kernel counts for a container, without the files that it would give up at once. Either kind of cgroup. */
async function memoryOf(suffix: string): Promise<number> {
  const read =
    'cd /sys/fs/cgroup; cat memory/memory.usage_in_bytes memory/memory.stat 2>/dev/null || cat memory.current memory.stat'
  const lines = (await stack.exec(suffix, 'sh', '-c', read)).split('\n')
  const part = (name: string) => lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1]
  return Number(lines[0]) - Number(part('total_inactive_file') ?? part('inactive_file'))
}

test('stats are what the kernel counts, with the limits of the compose file beside those of the machine', async () => {
  const all = ['app-1', 'caddy-1', 'postgres-1']
  await waitFor(() => stats.at(-1)?.containers.length === all.length)
  for (const suffix of all)
    await waitFor(async () => {
      const told = stats.at(-1)?.containers.find(({ name }) => name === stack.container(suffix))
      const counted = await memoryOf(suffix)
      return told && Math.abs(told.memory - counted) < 8 * MB + counted / 10
    })
  const { containers, machine, total } = stats.at(-1) as Stats
  const limits = containers.map(({ cpuLimit, memoryLimit }) => [cpuLimit, memoryLimit])
  const app = [Math.min(150, machine.cpus * 100), 128 * MB]
  const whole = [machine.cpus * 100, machine.memory]
  expect(limits).toEqual([app, whole, whole])
  expect(total.processes).toBe(containers.reduce((sum, { processes }) => sum + processes, 0))
  const text = await stack.mustShoal('stats')
  for (const suffix of all) expect(text.stdout).toContain(stack.container(suffix))
})

test('a scale that PostgreSQL has too few connections for is foreseen, said, and done all the same', async () => {
  const { pool } = await now()
  expect(pool).toMatchObject({ size: 5, source: 'environment', variable: 'DATABASE_POOL_MAX', available: 9 })
  expect(pool?.breaksAt).toBe(2)
  const { stderr, stdout } = await stack.mustShoal('scale', '2')
  expect(stderr).toContain('2 instances with up to 5 connections each can need')
  expect(stdout).toContain('2 of 2 instances')
  const warning = await waitFor(() => database.at(-1)?.warnings.find(({ kind }) => kind === 'pool'))
  expect(warning).toMatchObject({ service: 'postgres', name: stack.container('postgres-1') })
  expect((await stack.mustShoal('db')).stdout).toContain('Up to 1 fit: 2 x 5')
})

test('connections are told by instance, as PostgreSQL counts them', async () => {
  const counted = async () => {
    const members = await stack.docker.listContainers([`com.docker.compose.project=${stack.project}`])
    const rows = (await psql(QUERY)).trim().split('\n')
    return rows.flatMap((row) => {
      const [address = '', count] = row.split('|')
      const one = members.find(({ networks }) => address !== '' && Object.values(networks).includes(address))
      return one ? [`${one.name} ${count}`] : []
    })
  }
  await waitFor(async () => {
    const { connections } = await now()
    const told = connections?.clients.filter(({ service }) => service === 'app')
    const names = told?.map(({ name, connections: count }) => `${name} ${count}`)
    return names?.length === 2 && names.sort().join() === (await counted()).sort().join()
  })
  const { connections, server } = await now()
  expect([connections?.max, connections?.reserved, server?.database]).toEqual([12, 3, 'shoal'])
})

test('a slow statement is shown with the instance or the tool that runs it, and what it waits for', async () => {
  const sleeping = psql('select pg_sleep(600)').catch(() => {})
  const query = await waitFor(() => database.at(-1)?.queries.find(({ text }) => text.includes('pg_sleep')))
  expect(query).toMatchObject({
    client: { name: 'psql', service: '', index: 0 },
    state: 'active',
    wait: 'Timeout: PgSleep',
  })
  await psql(`select pg_terminate_backend(${(query as { pid: number }).pid})`)
  await sleeping
})

test('no password is in the arguments of any process, and one psql serves all who look', async () => {
  const other = collect('database.watch', [])
  const args = await stack.exec('postgres-1', 'sh', '-c', 'cat /proc/[0-9]*/cmdline | tr "\\0" "\\n"')
  expect(args.match(/^psql$/gm)).toHaveLength(1)
  expect(args).not.toContain(PASSWORD)
  expect(JSON.stringify([database, stats])).not.toContain(PASSWORD)
  void other
})

test('an instance that is killed for want of memory is named, also to those who look only afterwards', async () => {
  const eat = 'dd if=/dev/zero of=/eat/all bs=1M count=4096'
  // It ends with the instance.
  await stack.exec('app-2', 'sh', '-c', eat).catch(() => {})
  const named = { kind: 'oom', name: stack.container('app-2'), service: 'app', index: 2 }
  const warning = await waitFor(() => stats.at(-1)?.warnings.find(({ kind }) => kind === 'oom'))
  expect(warning).toMatchObject(named)
  expect((warning as { text: string }).text).toMatch(
    /app-2 was killed because memory ran out at its limit of 128 MB/,
  )
  const later = (await stack.mustShoal('stats', '--json')).json as Stats
  expect(later.warnings).toEqual(expect.arrayContaining([expect.objectContaining(named)]))
})

test('a PostgreSQL that stops and comes back is told of at once, and answers again by itself', async () => {
  const { id } = (await stack.docker.inspectContainer(stack.container('postgres-1'))) ?? { id: '' }
  await stack.docker.stopContainer(id, 2_000)
  const gone = await waitFor(() => database.at(-1)?.state === 'absent' && database.at(-1))
  expect(gone).toMatchObject({
    reason: 'postgres does not run.',
    hint: 'Start it: shoal start postgres',
    server: null,
    connections: null,
  })
  expect((await stack.mustShoal('db')).stdout).toContain('absent')
  await stack.docker.startContainer(id)
  await now()
})

test('a refused password and a missing psql are said in words, without a value', async () => {
  const hba = (await psql('show hba_file')).trim()
  await psql("alter role shoal password 'another'")
  const refuse = `sed -i 's/^local.*/local all all scram-sha-256/' ${hba}`
  await stack.exec('postgres-1', 'sh', '-c', refuse)
  await psql('select pg_reload_conf()')
  // The psql that is open stays in until it is thrown out.
  const out = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'shoal'`
  const asked = ['psql', '-U', 'shoal', '-d', 'shoal', '-Atc', out]
  await waitFor(async () => {
    await stack.exec('postgres-1', 'env', 'PGPASSWORD=another', ...asked)
    return database.at(-1)?.reason === 'PostgreSQL refuses the password of POSTGRES_PASSWORD.'
  })
  await stack.exec('postgres-1', 'sh', '-c', 'rm "$(command -v psql)"')
  await waitFor(() => database.at(-1)?.reason.startsWith('There is no psql in its container'))
  expect(JSON.stringify(database)).not.toContain(PASSWORD)
})
