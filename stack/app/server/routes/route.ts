import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Instance } from '../instance.ts'

export type Call = {
  readonly instance: Instance
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly query: URLSearchParams
}

export type Handler = (call: Call) => void | Promise<void>

/** What one path answers to; HEAD is answered by GET. */
export type Route = Partial<Record<'GET' | 'POST', Handler>>
