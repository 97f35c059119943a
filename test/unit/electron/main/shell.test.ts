import { EventEmitter, once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Snapshot } from '../../../../contract/models.ts'
import { findFolders } from '../../../../electron/main/folders.ts'
import { Shell } from '../../../../electron/main/shell.ts'
import { connect } from '../../../../rpc/client.ts'
import { type MainChannel, messagePort } from '../../../../rpc/message-port.ts'
import { app, desk, ipcMain, nativeTheme } from '../../../support/electron/fake-electron.ts'
import { FakeWindow } from '../../../support/electron/fake-window.ts'
import { temporaryFolder } from '../../../support/fake-engine.ts'
import { instance, outcome, scriptedEngine, snapshot } from '../../../support/scripted-engine.ts'

vi.mock('electron', () => import('../../../support/electron/fake-electron.ts'))

const directory = '/home/ada/demo'
const settings = { theme: 'dark', openAtLogin: false, askOnQuit: true, notify: true, engine: null } as const

/** Snapshots that the test hands out one by one, to every reader. */
class Snapshots extends EventEmitter {
  #last = snapshot()

  push(next: Snapshot): void {
    this.#last = next
    this.emit('push')
  }

  async *read(signal = new AbortController().signal): AsyncGenerator<Snapshot> {
    for (let seen: Snapshot | undefined; !signal.aborted; ) {
      if (seen === this.#last) await once(this, 'push', { signal }).catch(() => undefined)
      else {
        seen = this.#last
        yield seen
      }
    }
  }
}

test('The desktop app, from its start to its end', async () => {
  const snapshots = new Snapshots()
  const engine = scriptedEngine(
    {
      'projects.recent': () => ({
        projects: [{ directory, name: 'demo', openedAt: 1, present: true, sample: false }],
      }),
      'stack.status': () => snapshot(),
      'stack.stop': () => outcome(),
    },
    {
      'settings.watch': async function* (_, { signal }) {
        yield settings
        await new Promise((resolve) => signal?.addEventListener('abort', resolve))
      },
      'stack.watch': (_, { signal }) => snapshots.read(signal),
    },
  )
  desk.engine = engine
  const data = await temporaryFolder()
  await mkdir(join(data, 'desktop'))
  const shell = new Shell(
    findFolders({ app: '/opt/app.asar', resources: '/opt', environment: { SHOAL_DATA_DIR: data } }),
  )
  shell.start(undefined)

  // The window opens, hardened, on the page.
  await vi.waitFor(() => expect(FakeWindow.all).toHaveLength(1))
  const window = FakeWindow.all[0] ?? expect.fail()
  expect({ loaded: window.loaded, preferences: window.options.webPreferences }).toEqual({
    loaded: ['app://shoal/'],
    preferences: {
      preload: '/opt/app.asar/out/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  })

  // Main is a client of the engine too.
  await vi.waitFor(() => expect(desk.tray.tooltip).toBe('Shoal: demo: 2 of 2 healthy'))
  await vi.waitFor(() => expect(nativeTheme.themeSource).toBe('dark'))
  expect(desk.tray.image).toBe('/opt/app.asar/resources/tray/healthy.png')

  // A second start of Shoal leads the page to a folder, once the page listens.
  window.emit('ready-to-show')
  shell.open('/srv/shop')
  await vi.waitFor(() => expect(FakeWindow.focused).toBe(window))
  const ports: MainChannel[] = []
  const ask = (sender = window.webContents, url = 'app://shoal/') =>
    ipcMain.emit('port:want', {
      sender,
      senderFrame: {
        url,
        parent: null,
        postMessage: (_channel: string, _message: unknown, [port]: MainChannel[]) => port && ports.push(port),
      },
    })
  ask(window.webContents, 'https://evil.example/')
  expect({ ports, sent: window.webContents.sent }).toEqual({ ports: [], sent: [] })
  ask()
  await vi.waitFor(() =>
    expect(window.webContents.sent).toEqual([['navigate', '/open?directory=%2Fsrv%2Fshop']]),
  )
  const page = connect(messagePort(ports[0] ?? expect.fail()))
  expect(await page.call('stack.status', { directory })).toEqual(snapshot())

  // The engine asks for a folder, and main shows the dialog.
  desk.chosen = ['/srv/blog']
  desk.processes[0]?.emit('message', { kind: 'choose-folder', id: 5 })
  await vi.waitFor(() =>
    expect(desk.processes[0]?.told.at(-1)).toEqual({ kind: 'chosen', id: 5, directory: '/srv/blog' }),
  )

  // A crash of an instance is told while the user looks elsewhere; a click leads to its logs.
  FakeWindow.focused = null
  snapshots.push(snapshot({ instances: [instance(1), instance(2, { state: 'exited', exitCode: 137 })] }))
  await vi.waitFor(() => expect(desk.notifications).toHaveLength(1))
  expect(desk.notifications[0]?.options.title).toBe('app-2 of demo crashed')
  desk.notifications[0]?.emit('click')
  await vi.waitFor(() =>
    expect(window.webContents.sent.at(-1)).toEqual(['navigate', '/logs?name=demo-app-2']),
  )

  // A crash of the engine closes the page's port; asked again, a new engine answers.
  desk.processes[0]?.exit(134)
  await expect(page.call('stack.status', { directory })).rejects.toMatchObject({ code: 'disconnected' })
  await vi.waitFor(() => expect(desk.processes).toHaveLength(2))
  ask()
  const again = connect(messagePort(ports[1] ?? expect.fail()))
  expect(await again.call('stack.status', { directory })).toEqual(snapshot())

  // A page that crashed is loaded again, and led anywhere only once it listens again.
  window.webContents.emit('render-process-gone')
  window.webContents.emit('render-process-gone')
  expect(window.loaded).toEqual(['app://shoal/', 'app://shoal/'])
  const led = window.webContents.sent.length
  FakeWindow.focused = null
  shell.open('/srv/shop')
  await vi.waitFor(() => expect(FakeWindow.focused).toBe(window))
  expect(window.webContents.sent).toHaveLength(led)
  ask()
  expect(window.webContents.sent).toHaveLength(led + 1)

  // Without its window Shoal stays, and has it back when it is asked to.
  window.close()
  shell.open(undefined)
  await vi.waitFor(() => expect(FakeWindow.all).toHaveLength(2))

  // Quitting asks, since the stack runs.
  await vi.waitFor(() => expect(desk.tray.tooltip).toBe('Shoal: demo: 2 of 2 healthy'))
  let gone = false
  app.once('gone', () => {
    gone = true
  })
  desk.answer = { response: 2, checkboxChecked: false }
  app.quit()
  await vi.waitFor(() => expect(desk.dialogs.map(({ buttons }) => buttons?.[0])).toEqual(['Leave Running']))
  expect(gone).toBe(false)
  desk.answer = { response: 1, checkboxChecked: false }
  await vi.waitFor(() => {
    app.quit()
    expect(gone).toBe(true)
  })
  expect(engine.asked).toContainEqual({ name: 'stack.stop', input: { directory, names: [] } })
  expect(desk.processes[1]?.told.at(-1)).toEqual({ kind: 'close' })
  const kept = JSON.parse(await readFile(join(data, 'desktop', 'window.json'), 'utf8'))
  expect(kept).toEqual({ x: 360, y: 140, width: 1200, height: 800, maximized: false })
})
