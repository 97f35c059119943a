import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { IDLE, realEngine } from '../../support/real-engine.ts'

const engine = realEngine()

test('output, error and exit code of a process come back', async () => {
  const id = await engine.run(IDLE)
  const session = await engine.docker.exec(id, ['sh', '-c', 'echo out; echo $WORD >&2; pwd; exit 7'], {
    env: { WORD: 'err' },
    workingDir: '/tmp',
  })
  expect(await Promise.all([text(session.stream), text(session.stderr), session.exit])).toEqual([
    'out\n/tmp\n',
    'err\n',
    7,
  ])
})

test('ending standard input lets the process finish its output', async () => {
  const id = await engine.run(IDLE)
  const { stream, stderr, exit } = await engine.docker.exec(id, ['cat'], { stdin: true })
  stderr.resume()
  const sent = 'x'.repeat(2_000_000)
  stream.end(sent)
  expect([(await text(stream)) === sent, await exit]).toEqual([true, 0])
})

test('50 MB of output and error come apart complete, with bounded memory', async () => {
  const id = await engine.run(IDLE)
  const command = ['sh', '-c', 'head -c 25000000 /dev/zero & head -c 25000000 /dev/zero >&2; wait']
  const { stream, stderr, exit } = await engine.docker.exec(id, command)
  let highest = 0
  const count = async (from: AsyncIterable<Buffer>) => {
    let length = 0
    for await (const chunk of from) {
      length += chunk.length
      highest = Math.max(highest, stream.readableLength + stderr.readableLength)
    }
    return length
  }
  expect(await Promise.all([count(stream), count(stderr), exit])).toEqual([25_000_000, 25_000_000, 0])
  expect(highest).toBeLessThan(1_000_000)
})

test('a tunnel carries one word after another, and closing it frees the connection', async () => {
  const id = await engine.run(IDLE)
  const before = openPipes()
  const { stream, exit, close } = await engine.docker.exec(id, ['cat'], { stdin: true })
  const echo = async (word: string) => {
    const answer = new Promise((resolve) => stream.once('data', (chunk: Buffer) => resolve(chunk.toString())))
    stream.write(word)
    return answer
  }
  expect(await echo('one')).toBe('one')
  expect(await echo('two')).toBe('two')
  close()
  await expect(exit).rejects.toMatchObject({ code: 'cancelled' })
  await expect.poll(openPipes).toBeLessThanOrEqual(before)
})

test('a terminal has the size it was asked for and follows a resize', async () => {
  const id = await engine.run(IDLE)
  const script = `setInterval(() => {
    const [columns, rows] = process.stdout.getWindowSize()
    console.log(columns + 'x' + rows)
    if (columns === 101) process.exit(3)
  }, 50)`
  const session = await engine.docker.exec(id, ['node', '-e', script], {
    tty: true,
    stdin: true,
    size: { columns: 91, rows: 31 },
  })
  let shown = ''
  for await (const chunk of session.stream) {
    const before = shown.includes('91x31')
    shown += chunk
    if (!before && shown.includes('91x31')) await session.resize({ columns: 101, rows: 41 })
  }
  expect(shown).toContain('101x41')
  expect([await text(session.stderr), await session.exit]).toEqual(['', 3])
  await session.resize({ columns: 10, rows: 10 })
})

test('a container that stops takes its process along', async () => {
  const id = await engine.run(IDLE)
  const { stream, stderr, exit } = await engine.docker.exec(id, ['sh', '-c', 'echo ready; exec sleep 1000'])
  stderr.resume()
  await once(stream, 'data')
  await engine.docker.killContainer(id, 'SIGKILL')
  expect(await exit).toBe(137)
})

test('a container that does not run, and a command that does not exist, are told', async () => {
  const stopped = await engine.create(IDLE)
  await expect(engine.docker.exec(stopped, ['true'])).rejects.toMatchObject({ code: 'container-failed' })
  const running = await engine.run(IDLE)
  const { stream, stderr, exit } = await engine.docker.exec(running, ['shoal-no-such-command'])
  stderr.resume()
  expect([await text(stream), [126, 127].includes(await exit)]).toEqual([
    expect.stringContaining('executable file not found'),
    true,
  ])
})

function openPipes(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'PipeWrap').length
}
