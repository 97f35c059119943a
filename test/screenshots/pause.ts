import type { Page } from 'playwright-core'

/** Stands between a window and the engine, so that two photographs show the same moment. */
export interface Pause {
  /** Keeps what the engine says from the window while something is done. */
  while(work: () => Promise<void>): Promise<void>
}

/** To be called before the window's page is opened. */
export async function pauseFor(page: Page): Promise<Pause> {
  let held: (() => void)[] | undefined
  await page.routeWebSocket('**/rpc', (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (held) held.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  return {
    async while(work) {
      held = []
      try {
        await work()
      } finally {
        for (const send of held) send()
        held = undefined
      }
    },
  }
}
