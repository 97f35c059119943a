import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Docker } from '../../engine/docker/gateway.ts'
import { readLogs } from '../../engine/logs/read.ts'
import type { LogSource } from '../../engine/logs/source.ts'
import { realEngine } from '../support/real-engine.ts'

const engine = realEngine()

/** Counts on standard output and error at once, from 0 after each start; every line is unique. */
const COUNTER = `
  const start = Date.now()
  let n = 0
  setInterval(() => {
    for (let i = 0; i < 5; i++) { console.log(start, 'out', n); console.error(start, 'err', n++) }
  }, 5)
`

async function* watchSources(docker: Docker, signal: AbortSignal): AsyncGenerator<LogSource[]> {
  for await (const _event of docker.events([engine.label], signal)) yield await listSources(docker)
}

async function listSources(docker: Docker): Promise<LogSource[]> {
  const containers = await docker.listContainers([engine.label])
  return containers.map(({ id, name }) => ({
    id,
    name,
    service: 'app',
    index: Number(name.split('-').at(-1)),
  }))
}

async function everything(docker: Docker, id: string): Promise<string[]> {
  const lines: string[] = []
  for await (const { text } of docker.logs(id, { follow: false, tail: 'all' })) lines.push(text)
  return lines
}

test('following loses and doubles no line when a container restarts, is killed, or is added', async () => {
  const { docker } = engine
  const first = await engine.run(['node', '-e', COUNTER])
  const stop = new AbortController()
  const seen = new Map<string, string[]>()
  const note = (container: string, text: string) => {
    const lines = seen.get(container) ?? []
    seen.set(container, lines)
    lines.push(text)
  }
  const reading = (async () => {
    for await (const { container, text } of readLogs(docker, await listSources(docker), {
      follow: true,
      signal: stop.signal,
      watchSources: (signal) => watchSources(docker, signal),
    }))
      note(container, text)
  })()

  await sleep(1_000)
  await docker.stopContainer(first, 5_000)
  await docker.startContainer(first)
  const second = await engine.run(['node', '-e', COUNTER])
  await sleep(500)
  await docker.killContainer(first, 'SIGKILL')
  await vi.waitFor(async () => expect((await docker.inspectContainer(first))?.state).toBe('exited'), 5_000)
  await docker.startContainer(first)
  await sleep(500)
  await docker.killContainer(first, 'SIGKILL')
  await docker.killContainer(second, 'SIGKILL')
  await sleep(1_000)
  stop.abort()
  await reading

  const written = new Map<string, string[]>()
  for (const { id, name } of await listSources(docker)) written.set(name, await everything(docker, id))
  expect(
    new Set([...written.values()].flatMap((lines) => lines.map((line) => line.split(' ')[0]))).size,
  ).toBe(4)
  expect(seen).toEqual(written)
})
