import { expect, test } from 'vitest'
import { ShoalError } from '../../../../contract/errors.ts'
import { type Command, openProject, showLogs } from '../../../../electron/main/commands.ts'
import { runCommand } from '../../../../electron/main/run-command.ts'
import { ShellStore } from '../../../../electron/main/state.ts'
import { outcome, scriptedEngine, snapshot } from '../../../support/scripted-engine.ts'

const directory = '/home/ada/demo'

/** Runs a command on a project at a scale of 2, and returns what it did, in order. */
async function run(command: Command, failure?: ShoalError, { open = true, away = false } = {}) {
  const done: unknown[] = []
  const answer = () => (failure ? Promise.reject(failure) : outcome())
  const engine = scriptedEngine({
    'stack.start': answer,
    'stack.stop': answer,
    'stack.restart': answer,
    'stack.scale': answer,
  })
  const store = new ShellStore()
  if (open) store.set({ directory, snapshot: snapshot() })
  await runCommand(command, store, {
    engine: () => (away ? undefined : engine),
    browse: (url) => done.push(['browse', url]),
    show: (to) => done.push(['show', to]),
    showData: () => done.push('showData'),
    quit: () => done.push('quit'),
    tell: ({ code }) => done.push(['tell', code]),
  })
  return [...done, ...engine.asked]
}

test.each<[Command, unknown]>([
  [{ kind: 'show' }, ['show', undefined]],
  [showLogs('demo-app-2'), ['show', '/logs?name=demo-app-2']],
  [openProject(), ['show', '/open']],
  [openProject('/srv/r&d äö'), ['show', '/open?directory=%2Fsrv%2Fr%26d+%C3%A4%C3%B6']],
  [{ kind: 'browse' }, ['browse', 'http://localhost:8080']],
  [{ kind: 'show-data' }, 'showData'],
  [{ kind: 'quit' }, 'quit'],
  [{ kind: 'start' }, { name: 'stack.start', input: { directory, names: [] } }],
  [{ kind: 'stop' }, { name: 'stack.stop', input: { directory, names: [] } }],
  [{ kind: 'restart' }, { name: 'stack.restart', input: { directory, names: [] } }],
  [
    { kind: 'scale', by: 1 },
    { name: 'stack.scale', input: { directory, scale: 3 } },
  ],
])('%j does %j', async (command, expected) => {
  expect(await run(command)).toEqual([expected])
})

test('A failure is told, unless a newer command or the user caused it', async () => {
  const codes = ['never-healthy', 'superseded', 'cancelled'] as const
  const told = await Promise.all(codes.map((code) => run({ kind: 'stop' }, new ShoalError(code, 'No.'))))
  expect(told.map(([first]) => first)).toEqual([
    ['tell', 'never-healthy'],
    expect.objectContaining({ name: 'stack.stop' }),
    expect.objectContaining({ name: 'stack.stop' }),
  ])
})

test('Without a project nothing is asked of the engine, and without the engine the user is told', async () => {
  expect(await run({ kind: 'start' }, undefined, { open: false })).toEqual([])
  expect(await run({ kind: 'start' }, undefined, { away: true })).toEqual([['tell', 'disconnected']])
})
