import { expect, test } from 'vitest'
import { type Ipc, relay } from '../../../../electron/preload/relay.ts'

type Hear = (event: { source: unknown; origin: string; data: unknown }) => void

/** A page's window and an ipcRenderer that record what reaches them. */
function start() {
  const sent: unknown[] = []
  const posted: unknown[] = []
  const fromMain = new Map<string, (event: { ports: string[] }, to: unknown) => void>()
  let hear: Hear = () => {}
  const page = {
    location: { origin: 'app://shoal' },
    addEventListener: (_type: 'message', listener: Hear) => {
      hear = listener
    },
    postMessage: (...args: unknown[]) => posted.push(args),
  }
  const ipc: Ipc<string> = {
    send: (channel) => sent.push(channel),
    on: (channel, listener) => fromMain.set(channel, listener),
  }
  relay(page, ipc)
  return { page, sent, posted, fromMain, hear: (event: Parameters<Hear>[0]) => hear(event) }
}

test('The page’s wish for a port reaches main, and nothing else does', () => {
  const { page, sent, hear } = start()
  const wish = { source: page, origin: 'app://shoal', data: 'shoal:want-port' }
  hear({ ...wish, source: {} })
  hear({ ...wish, origin: 'https://evil.example' })
  hear({ ...wish, data: 'port:want' })
  expect(sent).toEqual([])
  hear(wish)
  expect(sent).toEqual(['port:want'])
})

test('A port and a path from main reach the page, at its own origin only', () => {
  const { posted, fromMain } = start()
  fromMain.get('port')?.({ ports: ['port'] }, undefined)
  fromMain.get('navigate')?.({ ports: [] }, '/logs?name=app-2')
  expect(posted).toEqual([
    ['shoal:port', 'app://shoal', ['port']],
    [{ shoal: 'navigate', to: '/logs?name=app-2' }, 'app://shoal'],
  ])
})
