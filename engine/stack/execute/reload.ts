import { forgetBalance } from '../observe/observe.ts'
import type { Context } from './context.ts'

/**
 * Has every Caddy load the Caddyfile. One that can't goes on with what it has. WebSockets are kept by `stream_close_delay`,
 * requests in flight finish, and connections of HTTP/1.1 are ended in time, where the Caddyfile has `@closing`.
 */
export async function reload(context: Context): Promise<void> {
  for (const { link } of await context.caddies()) {
    await link.closing.around(() => link.admin.load(context.caddyfile, { force: true }))
    forgetBalance(link)
    // Where it can not be kept, Caddy has no last good one to fall back to: no reason to call the reload a failure.
    await link.kept.write(context.caddyfile).catch(() => {})
  }
}
