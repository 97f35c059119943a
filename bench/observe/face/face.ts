import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Engine } from '../../../contract/engine.ts'
import { connect } from '../../../rpc/client.ts'
import { webSocketPort } from '../../../rpc/websocket.ts'
import { startShoalUi } from '../../../test/support/shoal-ui.ts'

/** A `shoal ui` with a window that has no page: its engine, asked over the WebSocket that a browser uses. */
export interface Face {
  readonly engine: Engine
  /** The process of the engine. */
  readonly pid: number
  dispose(): Promise<void>
}

/** Starts `shoal ui` and enters it as a browser does. Throws when it does not let this one in. */
export async function openFace(): Promise<Face> {
  const { url, pid, dispose } = await startShoalUi()
  try {
    const { origin } = new URL(url)
    const entered = await fetch(url, { redirect: 'manual' })
    const [cookie = ''] = entered.headers.get('set-cookie')?.split(';') ?? []
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } })
    await once(socket, 'open')
    return {
      engine: connect(webSocketPort(socket)),
      pid,
      async dispose() {
        socket.close()
        await dispose()
      },
    }
  } catch (error) {
    await dispose()
    throw error
  }
}
