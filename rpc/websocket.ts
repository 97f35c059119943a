import type { Frame, Port } from './port.ts'

/** What the browser's WebSocket and the `ws` package have in common. */
export interface Socket {
  binaryType: string
  readonly readyState: number
  send(data: Frame): void
  close(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void
}

const CONNECTING = 0

/** A port over a WebSocket. One that is still connecting keeps what is sent until it is open. */
export function webSocketPort(socket: Socket): Port {
  let early: Frame[] | undefined
  if (socket.readyState === CONNECTING) {
    early = []
    socket.addEventListener('open', () => {
      for (const frame of early ?? []) socket.send(frame)
      early = undefined
    })
  }
  // The browser's default, Blob, can only be read asynchronously and so would lose the order of frames.
  socket.binaryType = 'arraybuffer'
  // `ws` throws an error that nobody listens to; a close follows every error.
  socket.addEventListener('error', () => {})
  return {
    send(frame) {
      if (early) early.push(frame)
      else socket.send(frame)
    },
    onMessage(callback) {
      socket.addEventListener('message', ({ data }) => {
        if (typeof data === 'string') callback(data)
        else if (data instanceof ArrayBuffer) callback(new Uint8Array(data))
      })
    },
    onClose: (callback) => socket.addEventListener('close', callback),
    close: () => socket.close(),
  }
}
