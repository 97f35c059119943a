import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { MainChannel } from '../../../rpc/message-port.ts'

/** One of Node's ports in the shape of Electron's MessagePortMain: an emitter whose messages come in an event. */
export function mainChannel(port: MessagePort): MainChannel {
  const emitter = new EventEmitter()
  port.on('message', (data: unknown) => emitter.emit('message', { data }))
  port.on('close', () => emitter.emit('close'))
  return {
    on: (type: string, listener: (event: { data: unknown }) => void) => emitter.on(type, listener),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  }
}

/** Stands in for Electron's MessageChannelMain. */
export class MessageChannelMain {
  readonly port1: MainChannel
  readonly port2: MainChannel

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = mainChannel(port1)
    this.port2 = mainChannel(port2)
  }
}
