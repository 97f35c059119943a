import { expect, test } from 'vitest'
import type { StreamFeed } from '../../../../contract/streams.ts'
import { scriptedEngine } from '../../../support/scripted-engine.ts'
import { runShoal } from '../run-shoal.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** A process that repeats its input until it ends, then exits. */
function echo(exitCode: number, fed: StreamFeed<'exec.run'>[] = []) {
  return scriptedEngine(
    {},
    {
      'exec.run': async function* (_, { feed }) {
        for await (const item of feed ?? []) {
          fed.push(item)
          if (item.kind === 'stdin') yield { kind: 'stdout', data: item.data }
          if (item.kind === 'end' || (item.kind === 'stdin' && item.data[0] === 4)) break
        }
        yield { kind: 'stderr', data: bytes('bye\n') }
        yield { kind: 'exit', code: exitCode }
      },
    },
  )
}

test('exec passes input, both outputs and the exit code', async () => {
  const { code, stdout, stderr, asked } = await runShoal('exec app-2 --project /p -- cat -n --json', {
    engine: echo(42),
    input: 'hello\n',
  })
  expect({ code, stdout, stderr, asked }).toEqual({
    code: 42,
    stdout: 'hello\n',
    stderr: 'bye\n',
    asked: [
      {
        name: 'exec.run',
        input: { directory: '/p', name: 'app-2', command: ['cat', '-n', '--json'], tty: false, stdin: true },
      },
    ],
  })
})

test('on a terminal exec asks for one, in raw mode until it ends, and tells its size', async () => {
  const fed: StreamFeed<'exec.run'>[] = []
  let modes: boolean[] = []
  const { code, asked } = await runShoal('exec app -- sh --project P', {
    engine: echo(0, fed),
    terminal: { columns: 80, rows: 24 },
    cwd: 'stack',
    meanwhile: (ways) => {
      modes = ways.modes
      setTimeout(() => {
        Object.assign(ways.stdout, { columns: 100, rows: 30 }).emit('resize')
        ways.stdin.write('\u0004')
      }, 30)
    },
  })
  expect({ code, modes, fed, asked }).toEqual({
    code: 0,
    modes: [true, false],
    fed: [
      { kind: 'resize', size: { columns: 100, rows: 30 } },
      { kind: 'stdin', data: Buffer.from('\u0004') },
    ],
    asked: [
      {
        name: 'exec.run',
        input: {
          directory: 'stack',
          name: 'app',
          command: ['sh', '--project', 'P'],
          tty: true,
          stdin: true,
          size: { columns: 80, rows: 24 },
        },
      },
    ],
  })
})

test('exec -T takes no terminal even where there is one', async () => {
  const { asked } = await runShoal('exec -T app --project /p -- cat', {
    engine: echo(0),
    terminal: { columns: 80, rows: 24 },
    input: '',
  })
  expect(asked).toEqual([
    { name: 'exec.run', input: { directory: '/p', name: 'app', command: ['cat'], tty: false, stdin: true } },
  ])
})

test('a process that ends without an exit code has failed', async () => {
  const { code, stderr } = await runShoal('exec app --project /p -- cat')
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'error The command in app ended without an exit code.\n',
  })
})
