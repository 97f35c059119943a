import { expect, test } from 'vitest'
import { outcome, scriptedEngine, snapshot } from '../../support/scripted-engine.ts'
import { runShoal } from './run-shoal.ts'

const directory = '/home/ada/demo'

function obliging() {
  const done = () => outcome()
  return scriptedEngine({
    'project.init': (input) => ({ directory: input.directory, secrets: [] }),
    'stack.up': done,
    'stack.down': done,
    'stack.start': done,
    'stack.stop': done,
    'stack.restart': done,
    'stack.scale': done,
    'stack.status': () => snapshot(),
    'port.get': () => ({ port: 8080, url: null }),
    'port.set': done,
    'env.list': () => ({ variables: { A: '1' } }),
    'env.change': () => ({ ...outcome(), changed: ['A'], applied: true }),
    'engine.find': () => ({ engine: snapshot().engine, source: 'DOCKER_HOST', attempts: [] }),
  })
}

test.each([
  ['init /tmp/x', 'project.init', { directory: '/tmp/x' }],
  ['init /tmp/x --from /tmp/x.zip', 'project.init', { directory: '/tmp/x', from: '/tmp/x.zip' }],
  ['up', 'stack.up', { directory, scale: undefined, port: undefined, dryRun: false }],
  ['up --scale 3 --port 9000 --dry-run', 'stack.up', { directory, scale: 3, port: 9000, dryRun: true }],
  ['up --scale -1', 'stack.up', { directory, scale: -1, port: undefined, dryRun: false }],
  ['down', 'stack.down', { directory, volumes: false, dryRun: false }],
  ['down --volumes --dry-run', 'stack.down', { directory, volumes: true, dryRun: true }],
  ['start', 'stack.start', { directory, names: [] }],
  ['stop app caddy', 'stack.stop', { directory, names: ['app', 'caddy'] }],
  ['restart app-2', 'stack.restart', { directory, names: ['app-2'] }],
  ['scale 3', 'stack.scale', { directory, scale: 3, dryRun: false }],
  ['scale --dry-run 3', 'stack.scale', { directory, scale: 3, dryRun: true }],
  ['scale 0', 'stack.scale', { directory, scale: 0, dryRun: false }],
  ['scale -1', 'stack.scale', { directory, scale: -1, dryRun: false }],
  ['scale -1 --dry-run --json', 'stack.scale', { directory, scale: -1, dryRun: true }],
  ['status', 'stack.status', { directory }],
  ['port', 'port.get', { directory }],
  ['port 9000 --dry-run', 'port.set', { directory, port: 9000, dryRun: true }],
  ['env list', 'env.list', { directory }],
  ['env get A', 'env.list', { directory }],
  [
    'env set A=1 B=x=y A=2',
    'env.change',
    { directory, set: { A: '2', B: 'x=y' }, apply: true, dryRun: false },
  ],
  ['env set A= --no-apply', 'env.change', { directory, set: { A: '' }, apply: false, dryRun: false }],
  ['env unset A B --dry-run', 'env.change', { directory, unset: ['A', 'B'], apply: true, dryRun: true }],
  ['engine', 'engine.find', {}],
])('shoal %s asks for %s', async (line, name, input) => {
  const { code, asked } = await runShoal(`${line} --project ${directory}`, { engine: obliging() })
  expect({ code, asked }).toEqual({ code: 0, asked: [{ name, input }] })
})

const ALL_LOGS = {
  names: [],
  follow: false,
  tail: 'all',
  since: undefined,
  grep: undefined,
  level: undefined,
  request: undefined,
  events: false,
  plain: true,
}

test.each([
  ['logs', { ...ALL_LOGS }],
  [
    'logs app -f --level error --request abc-123 --events',
    {
      ...ALL_LOGS,
      names: ['app'],
      follow: true,
      level: 'error',
      request: 'abc-123',
      events: true,
      plain: false,
    },
  ],
  [
    'logs app-2 caddy -f --tail 5 --since 1767268800 --grep a|b',
    { ...ALL_LOGS, names: ['app-2', 'caddy'], follow: true, tail: 5, since: 1_767_268_800_000, grep: 'a|b' },
  ],
])('shoal %s reads the logs', async (line, input) => {
  const { code, asked } = await runShoal(`--project ${directory} ${line}`)
  expect({ code, asked }).toEqual({ code: 0, asked: [{ name: 'logs.read', input: { directory, ...input } }] })
})

const ALL_REQUESTS = {
  filter: {
    status: undefined,
    slowerThan: undefined,
    instances: [],
    path: undefined,
    method: undefined,
    requestId: undefined,
  },
  tail: 200,
  follow: false,
}

test.each([
  ['traffic', 'traffic.watch', { window: 60 }],
  ['traffic --watch --window 300', 'traffic.watch', { window: 300 }],
  ['requests', 'requests.follow', ALL_REQUESTS],
  [
    'requests -f -n 5 --status 5XX --slower 1.5s --instance 2 --instance caddy --path /a --method get --id x',
    'requests.follow',
    {
      filter: {
        status: '5xx',
        slowerThan: 1_500,
        instances: ['app-2', 'caddy'],
        path: '/a',
        method: 'get',
        requestId: 'x',
      },
      tail: 5,
      follow: true,
    },
  ],
])('shoal %s reads %s', async (line, name, input) => {
  const { code, asked } = await runShoal(`--project ${directory} ${line}`)
  expect({ code, asked }).toEqual({ code: 0, asked: [{ name, input: { directory, ...input } }] })
})

test('the global options may stand anywhere on the line', async () => {
  const lines = [
    '--json --project P status',
    'status --json --project P',
    'status --project=P --json',
    '--json status --project P',
  ]
  const results = await Promise.all(
    lines.map((line) => runShoal(line, { engine: obliging(), cwd: '/home/ada' })),
  )
  const seen = results.map(({ stdout, asked }) => [JSON.parse(stdout).project, asked[0]?.input])
  expect(seen).toEqual(lines.map(() => ['demo', { directory: '/home/ada/P' }]))
})
