import { hostname } from 'node:os'
import type { Database } from './database.ts'

/** What one process of this app knows about itself. Everything here is lost when the process ends. */
export type Instance = {
  /** The container's host name: the container's name under Shoal, its id under plain Compose. */
  readonly name: string
  readonly startedAt: Date
  readonly database: Database
  /** Page visits served by this process. */
  visits: number
  /** Requests answered by this process, health checks excluded. */
  requests: number
  /** Open WebSockets. */
  sockets: number
  /** Set by `POST /api/sick`: the health check then fails on purpose. */
  sick: boolean
  /** Set by SIGTERM: no new work should come here. */
  stopping: boolean
}

/** Next.js bundles the page apart from the server, so both ends of one process meet on the global object. */
const KEY = Symbol.for('shoal.sample.instance')
const shared = globalThis as { [KEY]?: Instance }

/** Creates this process's instance; called once, before the server listens. */
export function createInstance(database: Database): Instance {
  const instance: Instance = {
    name: hostname(),
    startedAt: new Date(Date.now() - process.uptime() * 1000),
    database,
    visits: 0,
    requests: 0,
    sockets: 0,
    sick: false,
    stopping: false,
  }
  shared[KEY] = instance
  return instance
}

/** The instance of this process. Throws when the page runs without the server in `server/main.ts`. */
export function currentInstance(): Instance {
  const instance = shared[KEY]
  if (instance === undefined) throw new Error('This page needs the server in server/main.ts; start that one.')
  return instance
}

/** Whole seconds since the process started. */
export function uptimeSeconds(): number {
  return Math.floor(process.uptime())
}
