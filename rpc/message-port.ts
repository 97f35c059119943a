import type { Frame, Port } from './port.ts'

interface Channel {
  postMessage(message: Frame): void
  start(): void
  close(): void
}

type OnMessage = (event: { data: unknown }) => void

/** The DOM's MessagePort, also as Electron's renderer and Node's worker_threads have it. */
export interface DomChannel extends Channel {
  addEventListener(type: 'message', listener: OnMessage): void
  addEventListener(type: 'close', listener: () => void): void
}

/** Electron's MessagePortMain. */
export interface MainChannel extends Channel {
  on(type: 'message', listener: OnMessage): unknown
  on(type: 'close', listener: () => void): unknown
}

/** A port over one end of a message channel. It is started by `onMessage`; what came earlier is kept by the channel. */
export function messagePort(channel: DomChannel | MainChannel): Port {
  // Node's port has `on` too, but there it passes the data instead of an event.
  const dom = 'addEventListener' in channel
  return {
    send: (frame) => channel.postMessage(frame),
    onMessage(callback) {
      const listener: OnMessage = ({ data }) => {
        if (typeof data === 'string' || data instanceof Uint8Array) callback(data)
      }
      if (dom) channel.addEventListener('message', listener)
      else channel.on('message', listener)
      channel.start()
    },
    onClose(callback) {
      if (dom) channel.addEventListener('close', callback)
      else channel.on('close', callback)
    },
    close: () => channel.close(),
  }
}
