import { sendJson } from '../respond.ts'
import type { Route } from './route.ts'

const LONGEST_MS = 120_000
const DEFAULT_MS = 1000

export const slow: Route = {
  GET({ instance, response, query }) {
    const text = query.get('ms') ?? String(DEFAULT_MS)
    const ms = Number(text)
    if (!/^\d+$/.test(text) || ms > LONGEST_MS) {
      sendJson(response, 400, { error: `ms is a whole number from 0 to ${LONGEST_MS}.` })
      return
    }
    const timer = setTimeout(() => sendJson(response, 200, { instance: instance.name, waitedMs: ms }), ms)
    // A client that goes away leaves nothing to wait for.
    response.once('close', () => clearTimeout(timer))
  },
}
