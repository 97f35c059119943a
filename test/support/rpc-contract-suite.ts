import { afterEach } from 'vitest'
import { connect } from '../../rpc/client.ts'
import { serve } from '../../rpc/host.ts'
import { callScenarios } from './rpc/calls.ts'
import { closeScenarios } from './rpc/close.ts'
import type { Start, Wire } from './rpc/fixtures.ts'
import { paceScenarios } from './rpc/pace.ts'
import { streamScenarios } from './rpc/streams.ts'

/** What every port must carry, whatever it is made of. */
export function rpcContractSuite(transport: string, makeWire: () => Promise<Wire>): void {
  const wires: Wire[] = []

  const start: Start = async (engine) => {
    const wire = await makeWire()
    wires.push(wire)
    const closeHost = serve(engine, wire.host)
    return { client: connect(wire.client), wire, closeHost }
  }

  afterEach(async () => {
    for (const wire of wires.splice(0)) await wire.release()
  })

  callScenarios(transport, start)
  streamScenarios(transport, start)
  paceScenarios(transport, start)
  closeScenarios(transport, start)
}
