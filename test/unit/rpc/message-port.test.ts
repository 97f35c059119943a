import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { type MainChannel, messagePort } from '../../../rpc/message-port.ts'
import { rpcContractSuite } from '../../support/rpc-contract-suite.ts'

/** Has the shape of Electron's MessagePortMain: an emitter whose messages come in an event. */
function mainChannel(port: MessagePort): MainChannel {
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

/** As in Electron: the window has a DOM port, the main process a MessagePortMain. */
rpcContractSuite('a MessageChannel', async () => {
  const { port1, port2 } = new MessageChannel()
  return {
    client: messagePort(port1),
    host: messagePort(mainChannel(port2)),
    release: async () => port1.close(),
  }
})
