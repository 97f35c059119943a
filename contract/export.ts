import { z } from 'zod'

/** A file that an export does without, and why. */
export const leftOutSchema = z.object({ path: z.string(), why: z.string() })

/** What an export holds. */
export const exportSummarySchema = z.object({
  project: z.string(),
  files: z.number().int(),
  /** Of the archive. */
  bytes: z.number().int(),
  /** Names of the variables of `.env` whose values stayed behind. */
  secrets: z.array(z.string()),
  leftOut: z.array(leftOutSchema),
  /** What goes along although it looks like a secret, since a file of the project says it: sentences. */
  notes: z.array(z.string()),
})

export type LeftOut = z.infer<typeof leftOutSchema>
export type ExportSummary = z.infer<typeof exportSummarySchema>
