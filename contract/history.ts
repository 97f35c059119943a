import { z } from 'zod'
import { errorDataSchema } from './errors.ts'
import { operationSchema, operationStateSchema } from './models.ts'

/** One command that was run on a project, by any Shoal. Times are milliseconds, moments since the epoch. */
export const historyEntrySchema = z.object({
  id: z.string(),
  /** "scale 5", "env DATABASE_URL", "up". Never holds a value. */
  command: z.string(),
  at: z.number().int(),
  took: z.number(),
  outcome: z.enum(['done', 'failed', 'cancelled', 'superseded', 'interrupted']),
  error: errorDataSchema.optional(),
  operations: z.array(
    operationSchema.omit({ after: true }).extend({
      state: z.enum([...operationStateSchema.options, 'waiting']),
      detail: z.string(),
      /** Null when it never began. */
      at: z.number().int().nullable(),
      took: z.number().nullable(),
    }),
  ),
})

export type HistoryEntry = z.infer<typeof historyEntrySchema>
