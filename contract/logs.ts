import { z } from 'zod'
import { happeningSchema } from './happenings.ts'
import { LEVELS } from './levels.ts'

export const levelSchema = z.enum(LEVELS)

/** Milliseconds since the epoch. */
const timeSchema = z.number().int().nonnegative()

/**
 * The place of a record among all of its project, in time order. It rises as long as Shoal runs, also when the ring of lines
 * had to begin anew, so it orders records and marks how far was read; it counts nothing.
 */
const placeSchema = z.number().nonnegative()

/** Where a record comes from. */
const originSchema = z.object({
  place: placeSchema,
  time: timeSchema,
  service: z.string(),
  container: z.string(),
  index: z.number().int(),
})

/** One line that a container wrote, or several that belong together, such as an error with its stack. */
export const logEntrySchema = originSchema.extend({
  kind: z.literal('log'),
  stream: z.enum(['stdout', 'stderr']),
  /** What it says of itself; null where it says nothing. */
  level: levelSchema.nullable(),
  /** As it was written, colours included; lines that belong together are parted by `\n`. */
  text: z.string(),
  /** The message of a structured entry; left out where it is the text itself, without its colours. */
  message: z.string().optional(),
  /** What a structured entry says besides its time, level and message; left out where there is nothing. */
  fields: z.record(z.string(), z.unknown()).optional(),
  /** The id of the request that it belongs to, where a field, Caddy's access log or the text gives one. */
  request: z.string().optional(),
  /**
   * The place of the record that this one goes on with: rest of a stack that came later than its beginning was sent. Search,
   * export and whoever reads it afterwards find them as one.
   */
  continues: placeSchema.optional(),
})

/** Something that happened to an instance or a service, among the lines of its time. */
export const logEventSchema = originSchema.extend({
  kind: z.literal('event'),
  happening: happeningSchema.shape.kind,
  level: levelSchema,
  /** A sentence without a subject: "died (exit code 137)", "left the rotation: probe failed (HTTP 503)". */
  text: z.string(),
})

export const logRecordSchema = z.discriminatedUnion('kind', [logEntrySchema, logEventSchema])

/** What of a log is wanted. All conditions must hold. */
export const logFilterSchema = z.object({
  /** Records of this level or worse; those that say nothing of themselves are left out. */
  level: levelSchema.optional(),
  search: z
    .object({
      /** Looked for in the text without its colours. */
      pattern: z.string().min(1).max(2_000),
      /** A regular expression of JavaScript, in which `^` and `$` are a line's; else the characters themselves. */
      regex: z.boolean().default(false),
      matchCase: z.boolean().default(false),
    })
    .optional(),
  /** Records of one request: its id in a field for such ids, in Caddy's access log, or as a word of the text. */
  request: z.string().min(1).max(200).optional(),
  /** Whether happenings are among the records. They answer to `level` and `search` like others, to no `request`. */
  events: z.boolean().default(true),
})

/** A batch of records for a reader. */
export const logBatchSchema = z.object({
  records: z.array(logRecordSchema),
  /** Lines that came faster than they were read, before these; a filter might have left them out. */
  skipped: z.number().int().nonnegative(),
  /** Whether these take the place of all before: in the first batch, unless it goes on after the place that was asked for. */
  anew: z.boolean(),
})

export const logSearchSchema = z.object({
  /** In time order: the last ones (`before`) or the first ones (`after`), at most `limit`. */
  matches: z.array(logRecordSchema),
  /** Matches in the whole ring. */
  total: z.number().int().nonnegative(),
  /** Matches earlier and later than those that are given. */
  earlier: z.number().int().nonnegative(),
  later: z.number().int().nonnegative(),
  /** Lines in the ring that the names mean. */
  searched: z.number().int().nonnegative(),
  /** The place of the first of them; null where there is none. */
  oldest: placeSchema.nullable(),
})

export type LogEntry = z.infer<typeof logEntrySchema>
export type LogEvent = z.infer<typeof logEventSchema>
export type LogRecord = z.infer<typeof logRecordSchema>
export type LogFilter = z.output<typeof logFilterSchema>
export type LogBatch = z.infer<typeof logBatchSchema>
export type LogSearch = z.infer<typeof logSearchSchema>
