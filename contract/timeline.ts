import { z } from 'zod'
import { errorDataSchema } from './error-data.ts'
import { operationSchema, operationStateSchema } from './models.ts'

/** What came through Caddy meanwhile, by its access log. */
export const requestCountSchema = z.object({
  /** Requests that were answered within the span. */
  total: z.number().int().nonnegative(),
  /** Those that no instance answered: Caddy gave 502, 503 or 504 by itself, or the answer was cut off without a status. */
  lost: z.number().int().nonnegative(),
  /** Whether all could be seen: not so when Caddy itself was restarted, since requests that nobody takes leave no trace. */
  counted: z.boolean(),
})

/** Something that happened to a project, whatever caused it. Times are milliseconds, moments since the epoch. */
export const timelineEntrySchema = z.object({
  /** The same for everyone who saw it. */
  id: z.string(),
  /** `command`: Shoal did it; `container`: one came, ended or went; `health`: it got sick or well; `engine`: Docker did. */
  kind: z.enum(['command', 'container', 'health', 'engine']),
  /** "scale 3 -> 6", "app-2 crashed (exit code 1)". Never holds a value of the environment. */
  what: z.string(),
  /** As typed: "scale 5"; of commands only. */
  command: z.string().optional(),
  /** Whom it happened to; null for what concerns the whole stack. */
  container: z.object({ name: z.string(), service: z.string(), index: z.number().int() }).nullable(),
  /** `docker`: somebody else than Shoal, through Docker; `crash`: the process itself, or the kernel. */
  cause: z.enum(['shoal', 'docker', 'crash', 'restart-policy', 'health-check', 'engine']),
  at: z.number().int(),
  /** How long it took, or what it ended had lasted; null where that has no meaning, and after an interruption. */
  took: z.number().nullable(),
  /** `failed`: something broke; `interrupted`: the Shoal that ran it was killed. */
  outcome: z.enum(['done', 'failed', 'cancelled', 'superseded', 'interrupted']),
  /** Without its details, which may quote what an instance logged. */
  error: errorDataSchema.omit({ details: true }).optional(),
  /** In the order of the plan; empty for everything but commands. */
  operations: z.array(
    operationSchema.omit({ after: true }).extend({
      state: z.enum([...operationStateSchema.options, 'waiting']),
      detail: z.string(),
      /** Null when it never began. */
      at: z.number().int().nullable(),
      took: z.number().nullable(),
    }),
  ),
  /** Null where nothing was counted: no access log, or a stack that did not run before. */
  requests: requestCountSchema.nullable(),
})

export type RequestCount = z.infer<typeof requestCountSchema>
export type TimelineEntry = z.infer<typeof timelineEntrySchema>
