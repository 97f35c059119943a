import { execa } from 'execa'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeCommand } from '../../scripts/setup/compose.js'
import { containersOf, expectWhole, instanceIds } from '../support/expect-stack.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { answers, shares, underLoad } from '../support/under-load.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
let program: string[]
beforeAll(async () => {
  program = await composeCommand()
  stack = await createStack({ scale: 1 })
})
afterAll(() => stack?.dispose())

/** Runs Docker Compose in the project folder and returns what it printed. */
async function compose(...args: string[]): Promise<string> {
  const [file = '', ...first] = program
  const { stdout } = await execa(file, [...first, ...args], { cwd: stack.directory })
  return stdout
}

test('data survives down and up, and goes with down --volumes', async () => {
  const psql = (sql: string) => stack.shoal('exec', 'postgres', '--', 'psql', '-U', 'shoal', '-Atc', sql)
  expect((await psql('CREATE TABLE notes AS SELECT 42 AS answer')).code).toBe(0)
  await stack.mustShoal('down')
  expect(await containersOf(stack)).toEqual([])
  await stack.mustShoal('up')
  expect((await psql('SELECT answer FROM notes')).stdout).toBe('42')
  await stack.mustShoal('down', '--volumes')
  await stack.mustShoal('up')
  const gone = await psql('SELECT answer FROM notes')
  expect({ code: gone.code, stderr: gone.stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining('relation "notes" does not exist'),
  })
})

test('docker compose ps, ls and logs show what Shoal runs', async () => {
  await stack.mustShoal('scale', '2')
  const listed = (await compose('ps', '--format', '{{.Name}} {{.Service}} {{.State}}')).split('\n').sort()
  expect(listed).toEqual(
    ['app-1 app', 'app-2 app', 'caddy-1 caddy', 'postgres-1 postgres'].map(
      (line) => `${stack.container(line)} running`,
    ),
  )
  const projects: { Name: string; Status: string; ConfigFiles: string }[] = JSON.parse(
    await compose('ls', '--format', 'json'),
  )
  expect(projects.filter(({ Name }) => Name === stack.project)).toEqual([
    { Name: stack.project, Status: 'running(4)', ConfigFiles: `${stack.directory}/compose.yaml` },
  ])
  expect(await compose('logs', 'app')).toMatch(/^app-2 +\| .*listens on port 3000/m)
})

test('docker compose up -d --no-recreate leaves what Shoal runs alone', async () => {
  const before = await instanceIds(stack)
  const { failures } = await underLoad(stack.url, () => compose('up', '-d', '--no-recreate'))
  expect(failures).toEqual([])
  expect(await instanceIds(stack)).toEqual(before)
  await expectWhole(stack, 2)
})

test('docker compose down removes all that Shoal started', async () => {
  await compose('down')
  expect(await containersOf(stack)).toEqual([])
  expect((await stack.status()).state).toBe('down')
})

test('what docker compose started is balanced without Shoal, and Shoal sees it', async () => {
  await compose('up', '-d', '--scale', 'app=3')
  await waitFor(
    async () => (await stack.status()).instances.filter(({ inRotation }) => inRotation).length === 3,
  )
  expect(
    (await stack.status()).instances.map(({ index, health, inRotation }) => ({ index, health, inRotation })),
  ).toEqual([1, 2, 3].map((index) => ({ index, health: 'healthy', inRotation: true })))
  const { failures, servedBy } = await underLoad(stack.url, async (load) => {
    // Caddy's own check may come an interval later than Shoal's question to the gate.
    await waitFor(() => Object.keys(load.servedBy()).length === 3)
    load.resetShares()
    await answers(load, 1_500)
  })
  expect(failures).toEqual([])
  expect(shares(servedBy).map((share) => share > 0.25)).toEqual([true, true, true])
})

test('Shoal goes on with what docker compose started, and loses no request', async () => {
  const { failures } = await underLoad(stack.url, async () => {
    await stack.mustShoal('scale', '5')
    await stack.mustShoal('scale', '2')
    await stack.mustShoal('env', 'set', 'COLOUR=red')
  })
  expect(failures).toEqual([])
  await expectWhole(stack, 2)
})
