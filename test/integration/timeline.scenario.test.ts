import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type TimelineEntry, timelineEntrySchema } from '../../contract/timeline.ts'
import { createEngine } from '../../engine/engine.ts'
import { createStack, type Stack } from '../support/stack.ts'
import { underLoad } from '../support/under-load.ts'
import { waitFor } from '../support/wait-for.ts'

let stack: Stack
beforeAll(async () => {
  stack = await createStack({ scale: 2 })
})
afterAll(async () => {
  await stack?.dispose()
})

/** What `shoal timeline` exports, by a process of its own that saw nothing. */
async function recall(): Promise<TimelineEntry[]> {
  const { json } = await stack.mustShoal('timeline', '--json')
  return timelineEntrySchema.array().parse((json as { entries: unknown }).entries)
}

/** Each incident in a line, with its cause; health comes and goes with the load of the machine. */
const incidents = (entries: readonly TimelineEntry[]) =>
  entries
    .filter(({ kind }) => kind === 'container' || kind === 'engine')
    .map(({ cause, what }) => `${cause}: ${what}`)

/** A Shoal that watches the project until it is closed, and what it has told, the last word on each thing. */
function watchFrom() {
  const engine = createEngine({ bundledProject: 'stack' })
  const stop = new AbortController()
  const entries = new Map<string, TimelineEntry>()
  const { directory } = stack
  const watching = (async () => {
    for await (const item of engine.open('timeline.watch', { directory }, { signal: stop.signal }))
      for (const entry of item.entries) entries.set(entry.id, entry)
  })()
  watching.catch(() => {})
  const close = async () => {
    stop.abort()
    await engine.close()
  }
  onTestFinished(close)
  return { engine, close, told: () => [...entries.values()].sort((a, b) => a.at - b.at) }
}

/** Waits until a watcher has told these incidents, among others or not. */
const toldBy = (watcher: ReturnType<typeof watchFrom>, line: string | RegExp) =>
  waitFor(() => incidents(watcher.told()).some((one) => one.search(line) >= 0), { deadline: 90_000 })

const running = (suffix: string) =>
  waitFor(async () => (await stack.docker.inspectContainer(stack.container(suffix)))?.state === 'running')

describe('the timeline', () => {
  test('a scale by the command line and one by another engine say how many requests they cost', async () => {
    const { engine } = watchFrom()
    let stdout = ''
    const { failures } = await underLoad(
      stack.url,
      async () => {
        stdout = (await stack.mustShoal('scale', '3')).stdout
        await engine.call('stack.scale', { directory: stack.directory, scale: 2 })
      },
      { connections: 4 },
    )
    expect(failures).toEqual([])
    expect(stdout).toMatch(/^scale 2 -> 3: .* m?s, 0 of [\d,]+ requests? lost$/m)
    const scales = (await recall()).filter(({ kind }) => kind === 'command').slice(-2)
    expect(scales.map(({ what, outcome }) => `${what} ${outcome}`)).toEqual([
      'scale 2 -> 3 done',
      'scale 3 -> 2 done',
    ])
    for (const { requests } of scales) {
      expect(requests).toEqual({ total: expect.any(Number), lost: 0, counted: true })
      expect(requests?.total).toBeGreaterThan(0)
    }
    // What the commands did to containers is no entry of its own.
    expect(incidents(await recall())).toEqual([])
  })

  test('what others do and what breaks by itself is told with its cause, once however many watch', async () => {
    const [one, other] = [watchFrom(), watchFrom()]
    const id = stack.container('app-2')
    await stack.crash('app-2')
    await toldBy(one, /\(restart 1\)/)
    await running('app-2')
    await stack.crash('app-2')
    await toldBy(one, /\(restart 2\)/)
    await running('app-2')
    await stack.docker.killContainer(id, 'SIGKILL')
    await toldBy(one, 'docker: app-2 was killed from outside')
    await stack.docker.startContainer(id)
    await stack.docker.stopContainer(stack.container('app-1'), 2_000)
    await toldBy(other, 'docker: app-1 was stopped from outside')
    const lines = incidents(one.told())
    expect(lines).toEqual([
      'crash: app-2 was killed, not through Docker (SIGKILL, exit code 137)',
      'restart-policy: app-2 was started again by Docker (restart 1)',
      'crash: app-2 was killed, not through Docker (SIGKILL, exit code 137)',
      'restart-policy: app-2 was started again by Docker (restart 2)',
      expect.stringMatching(/^docker: app-2 was killed (from outside|and started again)/),
      expect.stringMatching(/^docker: app-1 was stopped from outside \(SIGTERM, exit code \d+\)$/),
    ])
    expect(incidents(await recall())).toEqual(lines)
  })

  test('what happened while nobody watched is found by the next Shoal, and nothing is told twice', async () => {
    const before = await recall()
    await stack.docker.startContainer(stack.container('app-1'))
    await stack.docker.killContainer(stack.container('postgres-1'), 'SIGKILL')
    await waitFor(
      async () => (await stack.docker.inspectContainer(stack.container('postgres-1')))?.state === 'exited',
    )
    const after = await recall()
    expect(incidents(after).at(-1)).toBe('docker: postgres-1 was killed from outside (SIGKILL)')
    const watcher = watchFrom()
    await toldBy(watcher, 'docker: postgres-1 was killed from outside')
    await watcher.close()
    expect(incidents(await recall())).toEqual(incidents(after))
    expect(after.length).toBeGreaterThan(before.length)
    const ids = (await recall()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const text = await readFile(join(stack.directory, '.shoal', 'timeline.jsonl'), 'utf8')
    for (const line of text.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
  })
})
