import { z } from 'zod'

const count = z.number().int().nonnegative()

/** Which requests; what is left out does not matter. */
export const requestFilterSchema = z.object({
  /** What the path (with its query) contains. */
  path: z.string().min(1).optional(),
  method: z.string().min(1).optional(),
  /** A status, "404", or a class, "5xx". */
  status: z
    .string()
    .regex(/^[1-5](xx|\d\d)$/, 'a status (404) or a class (5xx)')
    .optional(),
  /** Who answered: instances (`app-2`), container names, the service (`app`) or `caddy`; any when empty. */
  instances: z.array(z.string()).default([]),
  /** Milliseconds. */
  slowerThan: z.number().nonnegative().optional(),
  requestId: z.string().min(1).optional(),
})

/** One request, as Caddy's access log has it. Its address may hold secrets: for the user's own screen, never for a log. */
export const requestRecordSchema = z.object({
  /** Counts up; the same for every reader, as long as this Shoal runs. */
  id: count,
  /** When it was answered. Milliseconds since the epoch, with a fraction. */
  at: z.number().nonnegative(),
  method: z.string(),
  host: z.string(),
  /** Path and query, in full. */
  uri: z.string(),
  /** 0 when it was cut off without one. */
  status: count,
  /** Milliseconds. */
  duration: z.number().nonnegative(),
  /** The container that answered; empty when Caddy did. */
  upstream: z.string(),
  index: z.number().int().positive().nullable(),
  /** Milliseconds until the instance began its answer; null when no instance did. */
  upstreamLatency: z.number().nonnegative().nullable(),
  retries: count,
  bytesIn: count,
  bytesOut: count,
  /** "HTTP/1.1". */
  protocol: z.string(),
  client: z.string(),
  requestId: z.string().nullable(),
  /** Headers that can not hold a secret, by their names in small letters. */
  requestHeaders: z.record(z.string(), z.string()),
  responseHeaders: z.record(z.string(), z.string()),
})

/** Requests in the order of the log. */
export const requestBatchSchema = z.object({
  requests: z.array(requestRecordSchema),
  /** How many went by before these, matching or not, since this reader was too slow for them. */
  missed: count,
  source: z.enum(['starting', 'reading', 'no-log', 'no-caddy']),
})

/** Methods that change nothing, by HTTP's own rule: only these are sent again. */
export const replayMethodSchema = z.enum(['GET', 'HEAD', 'OPTIONS'])

/** One instance's answer. */
export const replayAnswerSchema = z.object({
  name: z.string(),
  index: z.number().int().positive(),
  /** Null when there was no answer; `error` says why. */
  status: count.nullable(),
  headers: z.record(z.string(), z.string()),
  body: z.discriminatedUnion('kind', [
    /** Up to 64 kB of it. JSON is laid out in lines (`formatted`), so that it shows which of its values differ. */
    z.object({
      kind: z.literal('text'),
      text: z.string(),
      truncated: z.boolean(),
      formatted: z.boolean(),
    }),
    z.object({ kind: z.literal('binary'), sha256: z.string() }),
    z.object({ kind: z.literal('none') }),
  ]),
  /** Bytes of the body, all of them. */
  bytes: count,
  /** Milliseconds. */
  took: z.number().nonnegative(),
  error: z.string().nullable(),
})

export const replaySchema = z.object({
  answers: z.array(replayAnswerSchema),
  /** Where the answers are not all the same. */
  differs: z.object({
    status: z.boolean(),
    /** Names of headers; those that differ between any two answers (date, who served it) are left out. */
    headers: z.array(z.string()),
    body: z.boolean(),
    /** Lines of the bodies, from 1, that are not the same in all; empty when they are not text. */
    lines: z.array(z.number().int().positive()),
  }),
})

export type RequestFilter = z.infer<typeof requestFilterSchema>
export type RequestRecord = z.infer<typeof requestRecordSchema>
export type RequestBatch = z.infer<typeof requestBatchSchema>
export type ReplayAnswer = z.infer<typeof replayAnswerSchema>
export type Replay = z.infer<typeof replaySchema>
