import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { proxyEngine } from '../support/engine-proxy.ts'
import { expectWhole, instanceIds } from '../support/expect-stack.ts'
import { readFiles } from '../support/project-files.ts'
import { resultOf, runShoal, spawnShoal } from '../support/shoal.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'

const run = promisify(execFile)

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
})
afterAll(() => stack?.dispose())

describe('an engine that goes away in the middle is told as such, no request is lost, and the next command converges:', () => {
  for (const [command, at] of [
    [['scale', '3'], 'wait-ready app-3'],
    [['scale', '1'], 'leave app-2'],
    [['env', 'set', 'COLOUR=red'], 'start app-3'],
  ] as const)
    test(`${command.join(' ')} at "${at}"`, async () => {
      const operation = at.replace(' ', ` ${stack.project}-`)
      const { failures } = await underLoad(stack.url, async () => {
        const proxy = await proxyEngine(stack.docker)
        const running = spawnShoal(['--project', stack.directory, ...command], proxy.env)
        let told = ''
        running.stderr.on('data', (chunk: Buffer) => {
          told += chunk
          if (told.includes(`s  ${operation}  (`)) void proxy.cut()
        })
        const { code, stderr } = await resultOf(running)
        await proxy.cut()
        expect({ code, stderr }).toEqual({
          code: 1,
          stderr: expect.stringMatching(/error .*Docker.* went away/),
        })
        await stack.mustShoal('up', '--scale', '2')
      })
      expect(failures).toEqual([])
      await expectWhole(stack, 2)
    })
})

test('without any engine the exit code is 3, and nothing is written', async () => {
  const before = await readFiles(stack)
  for (const command of [['up'], ['scale', '3'], ['env', 'set', 'A=1'], ['status'], ['down']]) {
    const env = { DOCKER_HOST: 'unix:///nowhere/docker.sock' }
    const { code, stderr } = await runShoal(['--project', stack.directory, '--json', ...command], env)
    expect({ code, error: JSON.parse(stderr.trim()) }).toEqual({
      code: 3,
      error: { error: expect.objectContaining({ code: expect.stringMatching(/^engine-/) }) },
    })
  }
  expect(await readFiles(stack)).toEqual(before)
})

/** Only root may mount a file system of a chosen size. */
describe.skipIf(process.getuid?.() !== 0)(
  'on a full disk a change is refused, and every file keeps its bytes:',
  () => {
    /** Puts the project on a disk of its own until the test ends, with so many bytes left. */
    async function fillDisk(left: number): Promise<void> {
      const aside = await mkdtemp(join(tmpdir(), 'shoal-aside-'))
      await cp(stack.directory, aside, { recursive: true, preserveTimestamps: true })
      await run('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', stack.directory])
      onTestFinished(async () => {
        await run('umount', [stack.directory])
        await rm(aside, { recursive: true })
      })
      await cp(aside, stack.directory, { recursive: true, preserveTimestamps: true })
      const { stdout } = await run('df', ['--output=avail', '-B1', stack.directory])
      const free = Number(stdout.split('\n')[1])
      await writeFile(join(stack.directory, 'app', 'filler'), Buffer.alloc(free - left))
    }

    const changes: [string, number, string[]][] = [
      ['env set with no byte left', 0, ['env', 'set', 'A=1']],
      ['scale with no byte left', 0, ['scale', '3']],
      ['env set of more than is left', 24_576, ['env', 'set', `BIG=${'x'.repeat(60_000)}`]],
    ]
    for (const [name, left, command] of changes)
      test(name, async () => {
        await fillDisk(left)
        const before = { files: await readFiles(stack), ids: await instanceIds(stack) }
        const { failures } = await underLoad(stack.url, async () => {
          const { code, stderr } = await stack.shoal('--json', ...command)
          expect({ code, error: JSON.parse(stderr.trim().split('\n').at(-1) ?? '') }).toEqual({
            code: 1,
            error: { error: expect.objectContaining({ code: 'disk-full' }) },
          })
        })
        expect(failures).toEqual([])
        expect({ files: await readFiles(stack), ids: await instanceIds(stack) }).toEqual(before)
      })

    test('up --scale --port, of which only the first file fits, puts that file back', async () => {
      const path = join(stack.directory, '.env')
      const text = await readFile(path, 'utf8')
      onTestFinished(() => writeFile(path, text))
      await writeFile(path, `${text}# ${'x'.repeat(60_000)}\n`)
      await stack.mustShoal('up')
      await fillDisk(24_576)
      const before = await readFiles(stack)
      const { code, stderr } = await stack.shoal('up', '--scale', '3', '--port', String(stack.port + 1))
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringContaining('.env could not be written because the disk is full'),
      })
      expect(await readFiles(stack)).toEqual(before)
    })
  },
)
