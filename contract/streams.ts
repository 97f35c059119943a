import { z } from 'zod'
import { settingsSchema } from './app.ts'
import { databaseSchema } from './database.ts'
import { driftSchema } from './drift.ts'
import { errorDataSchema } from './error-data.ts'
import { exportSummarySchema } from './export.ts'
import { levelSchema, logBatchSchema, logFilterSchema, logRecordSchema } from './logs.ts'
import { activitySchema, attemptSchema, engineSchema, snapshotSchema } from './models.ts'
import { requestBatchSchema, requestFilterSchema } from './requests.ts'
import { statsSchema } from './stats.ts'
import { timelineEntrySchema } from './timeline.ts'
import { TRAFFIC_SECONDS, trafficSchema } from './traffic.ts'

const inProject = z.object({ directory: z.string().min(1) })
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const size = z.object({ columns: z.number().int().positive(), rows: z.number().int().positive() })

/**
 * Everything that a face of Shoal can subscribe to. `item` flows from the engine, `feed` (where there is one) to it.
 * A stream ends when the engine ends it, when the reader stops, or with an error.
 */
export const streams = {
  /** Whether Docker can be reached, at once and whenever that changes; it is looked for again and again by itself. */
  'engine.watch': {
    input: z.object({}),
    item: z.discriminatedUnion('state', [
      z.object({
        state: z.literal('found'),
        engine: engineSchema,
        source: z.string(),
        attempts: z.array(attemptSchema),
      }),
      z.object({ state: z.literal('missing'), error: errorDataSchema, attempts: z.array(attemptSchema) }),
    ]),
    feed: z.never(),
  },
  /** Shoal's own settings, at once and after each change. */
  'settings.watch': { input: z.object({}), item: settingsSchema, feed: z.never() },
  /** The current snapshot at once, then a new one whenever something changed. */
  'stack.watch': { input: inProject, item: snapshotSchema, feed: z.never() },
  /** Whether what runs is what the files say: at once, and whenever that changed. Nothing is applied by itself. */
  'stack.drift': { input: inProject, item: driftSchema, feed: z.never() },
  /** What runs in the project: what the plan that runs now has told so far, then all that happens from now on. */
  'stack.activity': { input: inProject, item: activitySchema, feed: z.never() },
  /**
   * What happened in the project: the last entries at once, oldest first, then those that come and those of which more is
   * known by now, which take the place of the one with the same id.
   */
  'timeline.watch': {
    input: inProject.extend({ limit: z.number().int().min(0).max(1_000).default(200) }),
    item: z.object({ entries: z.array(timelineEntrySchema) }),
    feed: z.never(),
  },
  /** What the project's running containers use. */
  'stats.watch': { input: inProject, item: statsSchema, feed: z.never() },
  /** What came through Caddy, per instance: all that is kept at once, then once a second what is new. */
  'traffic.watch': {
    input: inProject.extend({
      /** Seconds that the summary is about. */
      window: z.number().int().min(1).max(TRAFFIC_SECONDS).default(60),
    }),
    item: trafficSchema,
    feed: z.never(),
  },
  /** Requests that match: the last ones at once, then, with `follow`, those that come. */
  'requests.follow': {
    input: inProject.extend({
      filter: requestFilterSchema.prefault({}),
      /** How many of those that match already. */
      tail: z.number().int().nonnegative().max(10_000).default(200),
      follow: z.boolean().default(true),
    }),
    item: requestBatchSchema,
    feed: z.never(),
  },
  /** How the project's PostgreSQL is, every two seconds, and at once when that changes. */
  'database.watch': { input: inProject, item: databaseSchema, feed: z.never() },
  /**
   * The project's log as it is shown: the last records at once, then those that come, every 50 ms and in time order. It is
   * served from a ring in memory, about 100,000 lines of all containers, which is filled at first need, shared by all who
   * read, and kept for a while after the last of them left. A slow reader is told how many lines it did not get.
   */
  'logs.follow': {
    input: inProject.extend({
      names: z.array(z.string()).default([]),
      /** Lines per container from its end. */
      tail: z.number().int().nonnegative().max(100_000).default(1_000),
      filter: logFilterSchema.prefault({}),
      /** Goes on behind this place, if the ring still knows it; else begins anew. */
      after: z.number().nonnegative().optional(),
    }),
    item: logBatchSchema,
    feed: z.never(),
  },
  /** What is in the ring, as a file: pieces of text that end with a line. Names and filter as they are shown. */
  'logs.export': {
    input: inProject.extend({
      names: z.array(z.string()).default([]),
      filter: logFilterSchema.prefault({}),
      /** `text`: stamp, name, level and text without colours. `json`: a record a line. */
      format: z.enum(['text', 'json']),
      /** Places of the first and the last record; all of the ring without. */
      from: z.number().nonnegative().optional(),
      to: z.number().nonnegative().optional(),
    }),
    item: z.string(),
    feed: z.never(),
  },
  /** The project as one zip without secrets: its bytes, then what it holds. */
  'project.export': {
    input: inProject,
    item: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('bytes'), data: bytes }),
      z.object({ kind: z.literal('summary'), summary: exportSummarySchema }),
    ]),
    feed: z.never(),
  },
  /** The logs as Docker keeps them, from the beginning, in time order; a slow reader is waited for. Places count from 0. */
  'logs.read': {
    input: inProject.extend({
      /** Services, instances (`app-2`) or container names; empty for all. */
      names: z.array(z.string()).default([]),
      follow: z.boolean().default(false),
      /** Lines per container from its end. */
      tail: z.union([z.number().int().nonnegative(), z.literal('all')]).default('all'),
      /** Milliseconds since the epoch. */
      since: z.number().int().nonnegative().optional(),
      /** A regular expression that a line's text must match; each line is then a record of its own. */
      grep: z.string().optional(),
      /** Only records of this level or worse. */
      level: levelSchema.optional(),
      /** Only records of the request with this id. */
      request: z.string().min(1).optional(),
      /** With `follow`: what happens to the containers, among what they write. */
      events: z.boolean().default(false),
      /** Only time, origin and text are wanted, which is quicker: no level, message, fields or request. */
      plain: z.boolean().default(false),
    }),
    item: z.array(logRecordSchema),
    feed: z.never(),
  },
  /** A process in a container: output and exit code from it, input and window sizes to it. */
  'exec.run': {
    input: inProject.extend({
      name: z.string(),
      command: z.array(z.string()).min(1),
      tty: z.boolean().default(false),
      stdin: z.boolean().default(false),
      size: size.optional(),
    }),
    item: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('stdout'), data: bytes }),
      z.object({ kind: z.literal('stderr'), data: bytes }),
      z.object({ kind: z.literal('exit'), code: z.number().int() }),
    ]),
    feed: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('stdin'), data: bytes }),
      z.object({ kind: z.literal('end') }),
      z.object({ kind: z.literal('resize'), size }),
    ]),
  },
} as const

export type Streams = typeof streams
export type StreamName = keyof Streams
export type StreamInput<N extends StreamName> = z.input<Streams[N]['input']>
export type StreamParams<N extends StreamName> = z.output<Streams[N]['input']>
export type StreamItem<N extends StreamName> = z.output<Streams[N]['item']>
export type StreamFeed<N extends StreamName> = z.output<Streams[N]['feed']>
