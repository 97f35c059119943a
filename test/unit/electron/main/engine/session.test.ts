import { expect, test, vi } from 'vitest'
import type { Activity, Snapshot } from '../../../../../contract/models.ts'
import { EngineSession } from '../../../../../electron/main/engine/session.ts'
import { ShellStore } from '../../../../../electron/main/state.ts'
import { NOON, scriptedEngine, snapshot } from '../../../../support/scripted-engine.ts'

const settings = { theme: 'dark', openAtLogin: false, askOnQuit: true, notify: true, engine: null } as const
const note: Activity = { kind: 'note', message: 'Port 8081 was taken instead.', at: NOON }

function project(directory: string, present = true) {
  return { directory, name: 'demo', openedAt: 1, present, sample: false }
}

/** Ends with the signal, as the engine's streams do. */
async function* until<T>(signal: AbortSignal | undefined, ...items: T[]): AsyncGenerator<T> {
  yield* items
  if (!signal?.aborted)
    await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }))
}

function start(recent: ReturnType<typeof project>[]) {
  const store = new ShellStore()
  const heard: unknown[] = []
  const open = new Set<string>()
  const engine = scriptedEngine(
    { 'projects.recent': () => ({ projects: recent }) },
    {
      'settings.watch': (_, { signal }) => until(signal, settings),
      'stack.watch': async function* ({ directory }, { signal }) {
        open.add(directory)
        yield* until(signal, snapshot({ directory }))
        open.delete(directory)
      },
      'stack.activity': (_, { signal }) => until(signal, note),
    },
  )
  const session = new EngineSession(engine, store, {
    onSnapshot: ({ directory }: Snapshot) => heard.push(directory),
    onActivity: ({ kind }, name) => heard.push([kind, name]),
  })
  return { store, session, heard, open }
}

test('A session turns to the project that was opened last and is there', async () => {
  const { store, session, heard, open } = start([project('/srv/gone', false), project('/srv/shop')])
  await session.resume()
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  expect(heard).toEqual([['note', 'shop'], '/srv/shop'])
  expect(store.state).toEqual({
    directory: '/srv/shop',
    snapshot: snapshot({ directory: '/srv/shop' }),
    settings,
    recent: [project('/srv/gone', false), project('/srv/shop')],
  })
  session.close()
  await vi.waitFor(() => expect(open).toEqual(new Set()))
})

test('When a page opens another project, the one before is left', async () => {
  const { store, session, open } = start([project('/srv/shop')])
  await session.resume()
  await vi.waitFor(() => expect(open).toEqual(new Set(['/srv/shop'])))
  await session.turnTo('/srv/blog')
  await vi.waitFor(() => expect(open).toEqual(new Set(['/srv/blog'])))
  await vi.waitFor(() => expect(store.state.snapshot?.directory).toBe('/srv/blog'))
  session.close()
})

test('Without a project there is nothing to watch', async () => {
  const { store, session, open } = start([])
  await session.resume()
  expect({ open: open.size, directory: store.state.directory }).toEqual({ open: 0, directory: undefined })
  session.close()
})
