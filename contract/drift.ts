import { z } from 'zod'
import { errorDataSchema } from './error-data.ts'
import { planSchema } from './models.ts'

/** One entry of a file that reads otherwise than when the files were applied last. */
export const fileEditSchema = z.object({
  /** Relative to the project: "compose.yaml", ".env". */
  file: z.string(),
  /** What was edited: a dotted path such as `services.app.healthcheck.interval`, or a variable's name. */
  key: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
  /** As one line of text; empty where there is none, and where it is a secret. */
  before: z.string(),
  after: z.string(),
  /** Whether the value is to be kept from sight; then neither of the two is told. */
  secret: z.boolean(),
})

/** Where the project's files and what runs differ. */
export const differenceSchema = z.object({
  service: z.string(),
  /** "env changed: DATABASE_URL", "scale 3 -> 5", "Caddyfile changed". Without values. */
  what: z.string(),
})

/** Whether what runs is what the project's files say. Nothing of it is applied before somebody says so. */
export const driftSchema = z.discriminatedUnion('state', [
  /** They agree, or nothing runs that could differ. */
  z.object({ state: z.literal('none') }),
  z.object({
    state: z.literal('differs'),
    differences: z.array(differenceSchema),
    /** What was edited since the files were applied last; empty when nobody knows. */
    edits: z.array(fileEditSchema),
    /** What `stack.up` would do now. */
    plan: planSchema,
    /** Containers that new ones would take the place of. */
    replaced: z.array(z.string()),
  }),
  /** A file can't be read as it is; what runs goes on running. */
  z.object({ state: z.literal('invalid'), error: errorDataSchema }),
])

export type FileEdit = z.infer<typeof fileEditSchema>
export type Difference = z.infer<typeof differenceSchema>
export type Drift = z.infer<typeof driftSchema>
