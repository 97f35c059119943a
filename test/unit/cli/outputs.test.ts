import { expect, test } from 'vitest'
import { ShoalError } from '../../../contract/errors.ts'
import type { LogRecord } from '../../../contract/logs.ts'
import { instance, outcome, scriptedEngine, snapshot } from '../../support/scripted-engine.ts'
import { runShoal } from './run-shoal.ts'

test('up prints where the stack answers and which instances take traffic', async () => {
  const sick = instance(3, { health: 'unhealthy', reason: '503 from /api/health', inRotation: false })
  const left = snapshot({ instances: [instance(1), instance(2), sick], scale: { wanted: 3, max: 10 } })
  const engine = scriptedEngine({ 'stack.up': () => outcome({ snapshot: left }) })
  const { stdout, stderr } = await runShoal('up', { engine, cwd: 'stack' })
  expect({ stdout, stderr }).toMatchInlineSnapshot(`
    {
      "stderr": "",
      "stdout": "http://localhost:8080
    2 of 3 instances take traffic: demo-app-1 demo-app-2, not demo-app-3 (unhealthy: 503 from /api/health)
    ",
    }
  `)
})

test('a dry run prints the plan', async () => {
  const { snapshot: _, ...planned } = outcome()
  const engine = scriptedEngine({ 'stack.scale': () => planned })
  expect(await runShoal('scale 2 --dry-run --project P', { engine })).toMatchObject({
    code: 0,
    stdout: 'start demo-app-2  scale 1 -> 2\n',
  })
})

test('a command that found nothing to do says so', async () => {
  const engine = scriptedEngine({
    'stack.scale': (input) =>
      input.dryRun
        ? { plan: { operations: [] }, text: '' }
        : { plan: { operations: [] }, text: '', snapshot: snapshot() },
  })
  const dry = await runShoal('scale 2 --dry-run --project P', { engine })
  const wet = await runShoal('scale 2 --project P', { engine })
  expect([dry.stdout, wet.stdout]).toMatchInlineSnapshot(`
    [
      "Nothing to do.
    ",
      "Nothing to do.
    http://localhost:8080
    2 of 2 instances take traffic: demo-app-1 demo-app-2
    ",
    ]
  `)
})

test('--json prints the outcome as one document', async () => {
  const engine = scriptedEngine({ 'stack.scale': () => outcome() })
  const { stdout, stderr } = await runShoal('scale 2 --json --project P', { engine })
  expect({ stdout: JSON.parse(stdout), stderr }).toEqual({ stdout: outcome(), stderr: '' })
})

test('down says whether the data is kept', async () => {
  const gone = snapshot({ state: 'down', url: null, instances: [] })
  const engine = scriptedEngine({ 'stack.down': () => outcome({ snapshot: gone }) })
  const kept = await runShoal('down --project P', { engine })
  const removed = await runShoal('down --volumes --project P', { engine })
  expect([kept.stdout, removed.stdout]).toEqual([
    'demo is down, its data is kept\n',
    'demo is down, its data is removed\n',
  ])
})

test('down of what is down already does nothing', async () => {
  const gone = snapshot({ state: 'down', url: null, instances: [] })
  const engine = scriptedEngine({
    'stack.down': () => ({ plan: { operations: [] }, text: '', snapshot: gone }),
  })
  expect((await runShoal('down --project P', { engine })).stdout).toBe('Nothing to do.\ndemo is down\n')
})

test('env set says what changed, and whether anything that runs did', async () => {
  const engine = scriptedEngine({
    'env.change': ({ apply, dryRun, set }) => ({
      ...outcome(),
      ...(apply ? {} : { plan: { operations: [] }, text: '' }),
      ...(dryRun ? { snapshot: undefined } : {}),
      changed: Object.keys(set ?? {}),
      applied: apply === true && !dryRun,
    }),
    'env.list': () => ({ variables: {} }),
  })
  const lines = ['env set A=1 B=2', 'env set A=1 --no-apply', 'env set A=1 --dry-run', 'env unset A']
  const results = await Promise.all(lines.map((line) => runShoal(`${line} --project P`, { engine })))
  expect(results.map(({ stdout }) => stdout)).toMatchInlineSnapshot(`
    [
      "Changed A, B
    http://localhost:8080
    2 of 2 instances take traffic: demo-app-1 demo-app-2
    ",
      "Changed A in .env; nothing that runs was touched.
    ",
      "Would change A
    start demo-app-2  scale 1 -> 2
    ",
      "Nothing changed.
    ",
    ]
  `)
})

test('env list masks secrets for people, and hides nothing from programs', async () => {
  const variables = {
    BASE_URL: 'http://localhost',
    AUTH_SECRET: 'hunter2',
    DATABASE_URL: 'postgres://u:p@db/x',
    TOKEN: '',
  }
  const engine = scriptedEngine({ 'env.list': () => ({ variables }) })
  const outputs = await Promise.all(
    ['env list', 'env list --show', 'env get AUTH_SECRET'].map((line) =>
      runShoal(`${line} --project P`, { engine }),
    ),
  )
  expect(outputs.map(({ stdout }) => stdout)).toMatchInlineSnapshot(`
    [
      "BASE_URL=http://localhost
    AUTH_SECRET=••••••••
    DATABASE_URL=••••••••
    TOKEN=
    ",
      "BASE_URL=http://localhost
    AUTH_SECRET=hunter2
    DATABASE_URL=postgres://u:p@db/x
    TOKEN=
    ",
      "hunter2
    ",
    ]
  `)
  const json = await runShoal('env list --json --project P', { engine })
  expect(JSON.parse(json.stdout)).toEqual({ variables })
})

test('env get of what is not set is refused', async () => {
  const engine = scriptedEngine({ 'env.list': () => ({ variables: {} }) })
  const { code, stdout, stderr } = await runShoal('env get toString --project P', { engine })
  expect({ code, stdout, stderr }).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "error toString is not set in .env.
    hint  List what is set with "shoal env list".
    ",
      "stdout": "",
    }
  `)
})

test('open prints the address, and shows it where there is a display', async () => {
  const engine = scriptedEngine({ 'stack.status': () => snapshot() })
  const blind = await runShoal('open --project P', { engine })
  const seeing = await runShoal('open --project P --json', { engine, env: { DISPLAY: ':0' } })
  expect([blind.stdout, blind.browsed]).toEqual(['http://localhost:8080\n', []])
  expect([JSON.parse(seeing.stdout), seeing.browsed]).toEqual([
    { url: 'http://localhost:8080', opened: true },
    ['http://localhost:8080'],
  ])
})

test('open of a stack that is down fails', async () => {
  const engine = scriptedEngine({ 'stack.status': () => snapshot({ state: 'down', url: null }) })
  const { code, stdout, stderr } = await runShoal('open --project P', { engine })
  expect({ code, stdout, stderr }).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "error demo does not run, so there is nothing to open.
    hint  Start it with "shoal up".
    ",
      "stdout": "",
    }
  `)
})

test('engine prints what was tried', async () => {
  const attempts = [
    { source: 'DOCKER_HOST', host: 'tcp://10.0.0.1:2375', result: 'refused' },
    { source: 'socket', host: 'unix:///var/run/docker.sock', result: 'answers' },
  ]
  const engine = scriptedEngine({
    'engine.find': () => ({ engine: snapshot().engine, source: 'a known socket', attempts }),
  })
  const { stdout } = await runShoal('engine', { engine })
  expect(stdout).toMatchInlineSnapshot(`
    "Docker Engine 28.5.0 at unix:///var/run/docker.sock
    Found by: a known socket

    TRIED        HOST                         RESULT
    DOCKER_HOST  tcp://10.0.0.1:2375          refused
    socket       unix:///var/run/docker.sock  answers
    "
  `)
})

test('logs are prefixed by instance for people, and one document a line for programs', async () => {
  const records = [
    {
      kind: 'log',
      place: 0,
      time: 1,
      service: 'app',
      container: 'demo-app-1',
      index: 1,
      stream: 'stdout',
      level: 'info',
      text: '{"level":"info","msg":"ready"}',
      message: 'ready',
    },
    {
      kind: 'log',
      place: 1,
      time: 2,
      service: 'postgres',
      container: 'demo-postgres-1',
      index: 1,
      stream: 'stderr',
      level: 'info',
      text: 'LOG: x\n\tat y',
    },
  ] satisfies LogRecord[]
  const engine = () =>
    scriptedEngine(
      {},
      {
        'logs.read': async function* () {
          yield records
        },
      },
    )
  const plain = await runShoal('logs --project P', { engine: engine() })
  const json = await runShoal('logs --json --project P', { engine: engine() })
  expect(plain.stdout).toBe(
    'app-1      | {"level":"info","msg":"ready"}\npostgres-1 | LOG: x\npostgres-1 | \tat y\n',
  )
  expect(
    json.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(records.map(({ place: _, ...record }) => ({ message: record.text, ...record })))
})

test.each([
  ['scale-out-of-range', 2],
  ['unknown-name', 2],
  ['engine-stopped', 3],
  ['engine-too-old', 3],
  ['engine-lost', 1],
  ['port-busy', 1],
  ['cancelled', 1],
] as const)('the error %s ends with exit code %i', async (code, exit) => {
  const engine = scriptedEngine({
    'stack.scale': () => {
      throw new ShoalError(code, 'It went wrong; nothing was changed.', 'Do better.', { details: ['line 1'] })
    },
  })
  const plain = await runShoal('scale 2 --project P', { engine })
  const json = await runShoal('scale 2 --project P --json', { engine })
  expect([plain.code, plain.stdout, plain.stderr]).toEqual([
    exit,
    '',
    'error It went wrong; nothing was changed.\n    line 1\nhint  Do better.\n',
  ])
  expect([json.code, json.stdout, JSON.parse(json.stderr)]).toEqual([
    exit,
    '',
    {
      error: {
        code,
        message: 'It went wrong; nothing was changed.',
        hint: 'Do better.',
        details: ['line 1'],
      },
    },
  ])
})

test('an error that is not ours is an internal one', async () => {
  const { code, stderr } = await runShoal('status --project P --json')
  expect({ code, error: JSON.parse(stderr).error.code }).toEqual({ code: 1, error: 'internal' })
})
