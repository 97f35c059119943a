import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { withProjectLock } from '../../../../engine/lock/with-lock.ts'

let bundle: string
let directory: string
const children: ChildProcess[] = []

/** A second Shoal: locks the project, says "held" and holds on for as long as it is told. */
const HOLDER = `
  import { withProjectLock } from './with-lock.cjs'
  const [directory, ms] = process.argv.slice(2)
  await withProjectLock(directory, { command: 'shoal scale 5' }, async ({ signal }) => {
    console.log('held')
    await new Promise((done) => { setTimeout(done, Number(ms)); signal.addEventListener('abort', () => { console.log('lost'); done() }) })
  })
`

/** Adds one to a number in a file, slowly: without a lock two of these lose an update. */
const COUNTER = `
  import { readFile, writeFile } from 'node:fs/promises'
  import { withProjectLock } from './with-lock.cjs'
  const [directory, file, times] = process.argv.slice(2)
  for (let i = 0; i < Number(times); i++)
    await withProjectLock(directory, { command: 'count' }, async () => {
      const value = Number(await readFile(file, 'utf8'))
      await new Promise((done) => setTimeout(done, 5))
      await writeFile(file, String(value + 1))
    })
`

beforeAll(async () => {
  bundle = await mkdtemp(join(tmpdir(), 'shoal-lock-bundle-'))
  await build({
    entryPoints: ['engine/lock/with-lock.ts'],
    outfile: join(bundle, 'with-lock.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
  })
  await writeFile(join(bundle, 'holder.mjs'), HOLDER)
  await writeFile(join(bundle, 'counter.mjs'), COUNTER)
})

afterAll(() => rm(bundle, { recursive: true, force: true }))

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'shoal-lock-'))
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(directory, { recursive: true, force: true })
})

function start(script: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(bundle, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return child
}

/** The lock is held when this resolves. */
async function startHolder(ms: number): Promise<ChildProcess> {
  const child = start('holder.mjs', directory, String(ms))
  await line(child)
  return child
}

async function line(child: ChildProcess): Promise<string> {
  const [chunk] = await once(child.stdout ?? child, 'data')
  return String(chunk).trim()
}

const inside = async () => 'ran'

test('runs the work, and leaves a folder that git ignores', async () => {
  expect(await withProjectLock(directory, { command: 'shoal up' }, inside)).toBe('ran')
  expect(await readFile(join(directory, '.shoal', '.gitignore'), 'utf8')).toBe('*\n')
})

test('a second Shoal that does not wait is told who holds the project', async () => {
  const child = await startHolder(20_000)
  await expect(withProjectLock(directory, { command: 'shoal up', wait: 0 }, inside)).rejects.toMatchObject({
    code: 'project-locked',
    message: expect.stringMatching(
      new RegExp(
        `^\`shoal scale 5\` \\(pid ${child.pid}\\) has been changing this project for \\d s; nothing was changed\\.$`,
      ),
    ),
  })
})

test('a second Shoal waits, is told once for whom, and runs when the first is done', async () => {
  const child = await startHolder(600)
  const told: string[] = []
  const onWait = (_holder: unknown, words: string) => void told.push(words)
  expect(await withProjectLock(directory, { command: 'shoal up', onWait }, inside)).toBe('ran')
  expect(told).toEqual([
    `\`shoal scale 5\` (pid ${child.pid}) has been changing this project for 0 s; waiting.`,
  ])
})

test('waiting ends with the time given for it', async () => {
  await startHolder(20_000)
  const began = performance.now()
  await expect(withProjectLock(directory, { command: 'up', wait: 300 }, inside)).rejects.toMatchObject({
    code: 'project-locked',
  })
  expect(performance.now() - began).toBeLessThan(1_500)
})

test('waiting ends with the signal', async () => {
  await startHolder(20_000)
  const cancel = new AbortController()
  setTimeout(() => cancel.abort(), 150)
  await expect(
    withProjectLock(directory, { command: 'shoal up', signal: cancel.signal }, inside),
  ).rejects.toMatchObject({
    code: 'cancelled',
    message: '`shoal up` was cancelled while it waited; nothing was changed.',
  })
})

test('the lock of a killed holder is taken at once', async () => {
  const child = await startHolder(20_000)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const began = performance.now()
  expect(await withProjectLock(directory, { command: 'shoal up', wait: 0 }, inside)).toBe('ran')
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('a waiter takes over as soon as the holder is killed', async () => {
  const child = await startHolder(20_000)
  setTimeout(() => child.kill('SIGKILL'), 300)
  const began = performance.now()
  expect(await withProjectLock(directory, { command: 'shoal up' }, inside)).toBe('ran')
  expect(performance.now() - began).toBeLessThan(1_500)
})

test.runIf(process.platform === 'linux')(
  'a pid that another process uses by now does not keep the lock',
  async () => {
    const child = await startHolder(20_000)
    const file = join(directory, '.shoal', 'holder.json')
    const holder = JSON.parse(await readFile(file, 'utf8'))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await writeFile(file, JSON.stringify({ ...holder, pid: process.pid, started: 1 }))
    expect(await withProjectLock(directory, { command: 'shoal up', wait: 0 }, inside)).toBe('ran')
  },
)

test('a holder that works for long keeps the lock', async () => {
  await startHolder(7_000)
  await sleep(6_000)
  await expect(withProjectLock(directory, { command: 'up', wait: 0 }, inside)).rejects.toMatchObject({
    code: 'project-locked',
  })
}, 15_000)

test('a stopped holder loses the lock after 5 s, and learns it when it continues', async () => {
  const child = await startHolder(60_000)
  child.kill('SIGSTOP')
  const began = performance.now()
  await withProjectLock(directory, { command: 'shoal up' }, async () => {
    expect(performance.now() - began).toBeGreaterThan(3_500)
    expect(performance.now() - began).toBeLessThan(8_000)
    child.kill('SIGCONT')
    expect(await line(child)).toBe('lost')
    await expect(withProjectLock(directory, { command: 'down', wait: 0 }, inside)).rejects.toMatchObject({
      message: expect.stringContaining('`shoal up`'),
    })
  })
}, 20_000)

test('a lock without a holder is recovered when its heart beat is late', async () => {
  const lock = join(directory, '.shoal', 'lock')
  await mkdir(lock, { recursive: true })
  await utimes(lock, new Date(0), new Date(0))
  expect(await withProjectLock(directory, { command: 'shoal up', wait: 0 }, inside)).toBe('ran')
}, 10_000)

test('work whose lock is lost is aborted and says so', async () => {
  const work = withProjectLock(directory, { command: 'shoal up' }, async ({ signal }) => {
    await rm(join(directory, '.shoal', 'lock'), { recursive: true })
    await once(signal, 'abort')
    signal.throwIfAborted()
  })
  await expect(work).rejects.toMatchObject({
    code: 'project-locked',
    message: `\`shoal up\` lost its lock on ${directory} and stopped half-way; what was done so far stays done.`,
  })
})

test('a failure of the work is passed on and frees the project', async () => {
  const fail = async () => {
    throw new Error('no')
  }
  await expect(withProjectLock(directory, { command: 'up' }, fail)).rejects.toThrow('no')
  expect(await withProjectLock(directory, { command: 'up', wait: 0 }, inside)).toBe('ran')
})

test('processes that compete, some of them killed, never run at the same time', async () => {
  const file = join(directory, 'count')
  await writeFile(file, '0')
  const holder = await startHolder(60_000)
  const counters = Array.from({ length: 4 }, () => start('counter.mjs', directory, file, '5'))
  await sleep(500)
  holder.kill('SIGKILL')
  const codes = await Promise.all(counters.map((counter) => once(counter, 'exit')))
  expect(codes.map(([code]) => code)).toEqual([0, 0, 0, 0])
  expect(await readFile(file, 'utf8')).toBe('20')
}, 30_000)

test('a project folder that does not exist is named', async () => {
  const missing = join(directory, 'nothing')
  await expect(withProjectLock(missing, { command: 'up' }, inside)).rejects.toMatchObject({
    code: 'project-not-found',
    message: `The project folder ${missing} does not exist; nothing was changed.`,
  })
})

test('a folder that cannot be written is named', async () => {
  await writeFile(join(directory, '.shoal'), '')
  await expect(withProjectLock(directory, { command: 'up' }, inside)).rejects.toMatchObject({
    code: 'file-write',
    message: `Shoal cannot write to ${directory}/.shoal (it is not a folder), so the project could not be locked; nothing was changed.`,
  })
})
