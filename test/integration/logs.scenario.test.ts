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
    for await (const records of readLogs(docker, await listSources(docker), {
      follow: true,
      signal: stop.signal,
      watchSources: (signal) => watchSources(docker, signal),
    }))
      for (const { container, text } of records) note(container, text)
  })()

  /** The first word of a line tells which start of which container wrote it. */
  const starts = () => new Set([...seen.values()].flat().map((line) => line.split(' ')[0])).size
  const sawStarts = (count: number) => vi.waitFor(() => expect(starts()).toBe(count), 30_000)
  await sawStarts(1)
  await docker.stopContainer(first, 5_000)
  await docker.startContainer(first)
  const second = await engine.run(['node', '-e', COUNTER])
  await sawStarts(3)
  await docker.killContainer(first, 'SIGKILL')
  await vi.waitFor(async () => expect((await docker.inspectContainer(first))?.state).toBe('exited'), 5_000)
  await docker.startContainer(first)
  await sawStarts(4)
  await docker.killContainer(first, 'SIGKILL')
  await docker.killContainer(second, 'SIGKILL')

  const written = new Map<string, string[]>()
  for (const { id, name } of await listSources(docker)) written.set(name, await everything(docker, id))
  await vi.waitFor(() => expect(seen).toEqual(written), 30_000)
  stop.abort()
  await reading
})
