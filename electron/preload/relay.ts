import { PORT as PAGE_PORT, WANT_PORT } from '../../contract/window.ts'
import { NAVIGATE, PORT, WANT } from '../shared/channels.ts'

interface PageMessage {
  readonly source: unknown
  readonly origin: string
  readonly data: unknown
}

/** What the relay needs of the page's window. */
export interface Page<Port> {
  readonly location: { readonly origin: string }
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void
  postMessage(message: unknown, origin: string, transfer?: Port[]): void
}

/** What the relay needs of `ipcRenderer`. */
export interface Ipc<Port> {
  send(channel: string): void
  on(channel: string, listener: (event: { readonly ports: Port[] }, to: unknown) => void): unknown
}

/**
 * Passes the page's wish for a port on to main, and what main answers on to the page. A message that did not come from the
 * page itself, such as one of a frame in it, is not heard.
 */
export function relay<Port>(page: Page<Port>, ipc: Ipc<Port>): void {
  const { origin } = page.location
  page.addEventListener('message', (event) => {
    if (event.source === page && event.origin === origin && event.data === WANT_PORT) ipc.send(WANT)
  })
  ipc.on(PORT, ({ ports }) => page.postMessage(PAGE_PORT, origin, ports))
  ipc.on(NAVIGATE, (_, to) => page.postMessage({ shoal: 'navigate', to }, origin))
}
