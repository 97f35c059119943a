import { uptimeSeconds } from '../instance.ts'
import { sendJson } from '../respond.ts'
import type { Route } from './route.ts'

/** Headers that show what the proxy passed on; cookies and credentials are left out. */
const SHOWN = [
  'host',
  'user-agent',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'via',
  'x-request-id',
] as const

export const whoami: Route = {
  GET({ instance, request, response }) {
    sendJson(response, 200, {
      instance: instance.name,
      pid: process.pid,
      startedAt: instance.startedAt.toISOString(),
      uptime: uptimeSeconds(),
      node: process.version,
      visitsInMemory: instance.visits,
      requests: instance.requests,
      sockets: instance.sockets,
      client: Object.fromEntries(SHOWN.map((name) => [name, request.headers[name] ?? null])),
    })
  },
}
