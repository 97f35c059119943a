import { MessageChannel } from 'node:worker_threads'
import { messagePort } from '../../../rpc/message-port.ts'
import { mainChannel } from '../../support/electron/channel.ts'
import { rpcContractSuite } from '../../support/rpc-contract-suite.ts'

/** As in Electron: the window has a DOM port, the main process a MessagePortMain. */
rpcContractSuite('a MessageChannel', async () => {
  const { port1, port2 } = new MessageChannel()
  return {
    client: messagePort(port1),
    host: messagePort(mainChannel(port2)),
    release: async () => port1.close(),
  }
})
