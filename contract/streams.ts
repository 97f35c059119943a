import { z } from 'zod'
import { activitySchema, logLineSchema, snapshotSchema } from './models.ts'

const inProject = z.object({ directory: z.string().min(1) })
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const size = z.object({ columns: z.number().int().positive(), rows: z.number().int().positive() })

/**
 * Everything that a face of Shoal can subscribe to. `item` flows from the engine, `feed` (where there is one) to it.
 * A stream ends when the engine ends it, when the reader stops, or with an error.
 */
export const streams = {
  /** The current snapshot at once, then a new one whenever something changed. */
  'stack.watch': { input: inProject, item: snapshotSchema, feed: z.never() },
  /** What runs in the project from now on: plans, their operations, notes. */
  'stack.activity': { input: inProject, item: activitySchema, feed: z.never() },
  'logs.read': {
    input: inProject.extend({
      /** Services, instances (`app-2`) or container names; empty for all. */
      names: z.array(z.string()).default([]),
      follow: z.boolean().default(false),
      /** Lines per container from its end. */
      tail: z.union([z.number().int().nonnegative(), z.literal('all')]).default('all'),
      /** Milliseconds since the epoch. */
      since: z.number().int().nonnegative().optional(),
      /** A regular expression that a line's text must match. */
      grep: z.string().optional(),
    }),
    item: logLineSchema,
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
