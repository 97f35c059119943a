import { z } from 'zod'

/** A setting of a project that stands in one of its files. */
const setting = z.object({
  /** Milliseconds, or a number of instances. Null when the file says it in a way that Shoal does not edit. */
  value: z.number().nullable(),
  /** Where it stands: "Caddyfile, line 31"; "default" when no file says it; why not, when `value` is null. */
  source: z.string(),
})

/** What a project's files say about how it is run. */
export const projectSettingsSchema = z.object({
  /** How many slots the Caddyfile has. */
  maxScale: setting,
  /** Between two health checks of one instance. */
  healthInterval: setting,
  /** How long a leaving instance may finish its requests. */
  drainDeadline: setting,
  /** How long a new instance may take until it is healthy. */
  readyDeadline: setting,
})

export const projectChangeSchema = z.object({
  maxScale: z.number().int().min(1).max(50).optional(),
  healthInterval: z.number().int().min(100).max(600_000).optional(),
  drainDeadline: z.number().int().min(0).max(3_600_000).optional(),
  readyDeadline: z.number().int().min(1_000).max(3_600_000).optional(),
})

export type ProjectSettings = z.infer<typeof projectSettingsSchema>
export type ProjectChange = z.infer<typeof projectChangeSchema>
