import { memoryPair } from '../../../rpc/memory.ts'
import { rpcContractSuite } from '../../support/rpc-contract-suite.ts'

rpcContractSuite('an in-memory pair', async () => {
  const [client, host] = memoryPair()
  return { client, host, release: async () => client.close() }
})
