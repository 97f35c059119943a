import { expect, test } from 'vitest'
import { IDLE, realEngine } from '../../support/real-engine.ts'

const engine = realEngine()

test('the life of a labelled container is seen, without the exec events of its health probes', async () => {
  const abort = new AbortController()
  const seen: string[] = []
  const watching = (async () => {
    for await (const event of engine.docker.events([engine.label], abort.signal)) {
      if (event.kind === 'container')
        seen.push(event.exitCode === undefined ? event.action : `${event.action} ${event.exitCode}`)
      else seen.push(event.kind)
    }
  })()
  await expect.poll(() => seen).toEqual(['connected'])
  const id = await engine.run(IDLE, { healthcheck: { test: ['CMD', 'true'], interval: 100, timeout: 5_000 } })
  await expect.poll(() => seen, { timeout: 10_000 }).toContain('health_status')
  await engine.docker.killContainer(id, 'SIGKILL')
  await expect.poll(() => seen).toContain('die 137')
  await engine.docker.removeContainer(id)
  await expect.poll(() => seen).toContain('destroy')
  abort.abort()
  await watching
  expect(seen).toEqual(['connected', 'create', 'start', 'health_status', 'kill', 'die 137', 'destroy'])
})
