import { z } from 'zod'

const holderSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  /** What it does, as typed: `shoal scale 5`. */
  command: z.string(),
  /** Milliseconds since the epoch. */
  since: z.number(),
  /** When its process started, in the kernel's clock ticks; null where the kernel does not say. */
  started: z.number().nullable(),
  /** Tells two locks of the same process apart. */
  token: z.string(),
})

/** Who holds a project's lock. */
export type Holder = z.infer<typeof holderSchema>

/** Reads what a holder wrote of itself. Throws when it is nothing of the kind. */
export function parseHolder(text: string): Holder {
  return holderSchema.parse(JSON.parse(text))
}
