import { once } from 'node:events'
import { Command } from 'commander'
import { examples } from '../examples.ts'
import { hasDisplay } from '../has-display.ts'
import type { Session } from '../session.ts'
import type { WindowServer } from '../ui/serve-window.ts'
import { parsePort } from '../values/numbers.ts'

/** Milliseconds for which the address that the browser is opened at is good. */
const LIFETIME = 120_000

interface UiOptions {
  readonly port?: number
  readonly open: boolean
}

/** `shoal ui`: the window of the desktop app in a browser, until it is interrupted. */
export function uiCommand(session: Session): Command {
  const command = new Command('ui')
    .description('show the window of Shoal in the browser')
    .option('--port <P>', 'the port to serve it on (default: 7420 or the next free one)', parsePort)
    .option('--no-open', 'print its address, and open no browser')
    .action((options: UiOptions) => runUi(session, options))
  return examples(command, ['shoal ui', 'shoal ui --no-open --port 9000'])
}

async function runUi(session: Session, { port: wanted, open }: UiOptions): Promise<void> {
  const { host, signal } = session
  const { serveWindow } = await import('../ui/serve-window.ts')
  const engine = await session.engine()
  const guest = host.env.SHOAL_UI_GUEST
  const server = await serveWindow({ engine, folder: host.windowFolder, port: wanted, guest })
  const url = server.address()
  await session.print({ url, port: server.port }, () => url)
  const forget = open && hasDisplay(host) ? await show(session, server) : async () => {}
  session.say('The address is good for one browser. Ctrl-C ends the window; the stack keeps running.')
  if (!signal.aborted) await once(signal, 'abort')
  await Promise.all([server.close(), forget()])
}

/** Without a browser the window is still there to be opened by hand. */
async function show(session: Session, server: WindowServer): Promise<() => Promise<void>> {
  const { showInBrowser } = await import('../ui/show.ts')
  try {
    return await showInBrowser(server.address(LIFETIME), session.host.browse)
  } catch {
    session.say('No browser could be opened; open the address yourself.')
    return async () => {}
  }
}
