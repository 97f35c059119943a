import { messagePort } from '../../rpc/message-port.ts'
import type { Port } from '../../rpc/port.ts'
import { webSocketPort } from '../../rpc/websocket.ts'

declare global {
  interface Window {
    /** Put there by the desktop app's preload script. */
    readonly shoal?: { readonly host: 'electron' }
  }
}

/** Milliseconds to wait for the desktop app to hand over a port. */
const PATIENCE = 10_000

/** Whoever serves the page now does not know this window: it was started anew since. */
export class Refused extends Error {}

/** A fresh connection to the engine: the desktop app's port, else a WebSocket to whoever served the page. */
export function openPort(): Promise<Port> {
  return window.shoal?.host === 'electron' ? desktopPort() : socketPort()
}

function socketPort(): Promise<Port> {
  const url = new URL('rpc', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.search = ''
  url.hash = ''
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    socket.addEventListener('open', () => resolve(webSocketPort(socket)), { once: true })
    socket.addEventListener('close', () => void whyClosed().then(reject), { once: true })
  })
}

/** A browser does not tell a page why its WebSocket was not let in; a plain request says it. */
async function whyClosed(): Promise<Error> {
  const answer = await fetch('./', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  return answer?.status === 403
    ? new Refused('This window is not known any more')
    : new Error('The engine does not answer')
}

/** The preload script answers the wish for a port with a message that carries it. */
function desktopPort(): Promise<Port> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      window.removeEventListener('message', listen)
      clearTimeout(timer)
    }
    const listen = ({ source, data, ports }: MessageEvent) => {
      const [port] = ports
      if (source !== window || data !== 'shoal:port' || !port) return
      settle()
      resolve(messagePort(port))
    }
    const timer = setTimeout(() => {
      settle()
      reject(new Error('The engine does not answer'))
    }, PATIENCE)
    window.addEventListener('message', listen)
    window.postMessage('shoal:want-port', window.location.origin)
  })
}
