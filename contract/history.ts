import { z } from 'zod'
import { errorDataSchema } from './error-data.ts'
import { operationSchema, operationStateSchema } from './models.ts'

/** One command that was run on a project, by any Shoal. Times are milliseconds, moments since the epoch. */
export const historyEntrySchema = z.object({
  id: z.string(),
  /** "scale 5", "env DATABASE_URL", "up". Never holds a value. */
  command: z.string(),
  at: z.number().int(),
  /** Null after an interruption: nobody was there to see its end. */
  took: z.number().nullable(),
  /** `interrupted`: the process that ran it was killed. */
  outcome: z.enum(['done', 'failed', 'cancelled', 'superseded', 'interrupted']),
  /** Without its details, which may quote what an instance logged. */
  error: errorDataSchema.omit({ details: true }).optional(),
  /** In the order of the plan; empty when there was nothing to do, and after an interruption. */
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
