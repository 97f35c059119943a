import type { Frame, Port } from './port.ts'

/**
 * Two connected ports in one process. Delivery is asynchronous and in order, as on a real wire: what was sent
 * before a close still arrives before it.
 */
export function memoryPair(): [Port, Port] {
  const left = new MemoryPort()
  const right = new MemoryPort()
  left.peer = right
  right.peer = left
  return [left, right]
}

class MemoryPort implements Port {
  peer: MemoryPort | undefined
  #receive: (frame: Frame) => void = () => {}
  #closed: () => void = () => {}

  send(frame: Frame): void {
    const { peer } = this
    queueMicrotask(() => peer?.peer && peer.#receive(frame))
  }

  onMessage(callback: (frame: Frame) => void): void {
    this.#receive = callback
  }

  onClose(callback: () => void): void {
    this.#closed = callback
  }

  close(): void {
    const { peer } = this
    this.peer = undefined
    queueMicrotask(() => {
      if (peer?.peer === undefined) return
      peer.peer = undefined
      peer.#closed()
    })
  }
}
