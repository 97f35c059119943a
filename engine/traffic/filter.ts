import type { RequestFilter, RequestRecord } from '../../contract/requests.ts'
import { readRecord } from './record.ts'
import type { KeptRequest } from './request-ring.ts'
import { containerOf } from './upstream-name.ts'

export interface Selection {
  readonly filter: RequestFilter
  /** Whether a container's requests are wanted; empty stands for Caddy itself. */
  readonly wants: (upstream: string) => boolean
  /** An instance's number; null for whoever is none. */
  readonly indexOf: (name: string) => number | null
}

/** The record of a request that matches, else undefined. What the line need not be parsed for is looked at first. */
export function select(kept: KeptRequest, { filter, wants, indexOf }: Selection): RequestRecord | undefined {
  const { path, method, status, slowerThan, requestId } = filter
  const { entry } = kept
  if (status !== undefined && !hasStatus(entry.status, status)) return undefined
  if (slowerThan !== undefined && entry.duration <= slowerThan) return undefined
  if (!wants(containerOf(entry.upstream))) return undefined
  const record = readRecord(kept, indexOf)
  if (path !== undefined && !record.uri.includes(path)) return undefined
  if (method !== undefined && record.method !== method.toUpperCase()) return undefined
  if (requestId !== undefined && record.requestId !== requestId) return undefined
  return record
}

/** Whether a status is `wanted`, as in "404" or "5xx"; an answer without a status failed like one of 5xx. */
function hasStatus(status: number, wanted: string): boolean {
  if (!wanted.endsWith('xx')) return status === Number(wanted)
  return Number(wanted[0]) === (status < 100 ? 5 : Math.floor(status / 100))
}
