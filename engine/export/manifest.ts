import { z } from 'zod'

/** The archive's own file, which is read and not written when a project is made from it. */
export const MANIFEST = '.shoal-export.json'

/** What a zip can't say of a project. */
export const manifestSchema = z.object({
  shoal: z.literal(1),
  project: z.string(),
  /** Variables of `.env` that have to be filled in. */
  secrets: z.array(z.string()),
  /** Paths of files that may be executed. */
  executable: z.array(z.string()),
  /** Symbolic links: path to target. */
  links: z.record(z.string(), z.string()),
})

export type Manifest = z.infer<typeof manifestSchema>
