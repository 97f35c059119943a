import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { webSocketPort } from '../../../rpc/websocket.ts'
import { rpcContractSuite } from '../../support/rpc-contract-suite.ts'

/** The client's socket is still connecting when the suite begins to use it. */
rpcContractSuite('a WebSocket', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const socket = new WebSocket(`ws://127.0.0.1:${port}`)
  const client = webSocketPort(socket)
  const [accepted] = (await once(server, 'connection')) as [WebSocket]
  return {
    client,
    host: webSocketPort(accepted),
    async release() {
      socket.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  }
})
