import { z } from 'zod'

/** What can happen to a container by itself or by whoever works on it. */
export const HAPPENINGS = [
  'created',
  'started',
  'restarted',
  'probe-failed',
  'healthy',
  'joined',
  'left',
  'oom',
  'died',
  'removed',
] as const

/** A fact about one container, as Docker and Caddy's health checks report it, whatever caused it. */
export const happeningSchema = z.object({
  kind: z.enum(HAPPENINGS),
  /** Milliseconds since the epoch. */
  at: z.number().int().nonnegative(),
  service: z.string(),
  /** The container's name. */
  container: z.string(),
  index: z.number().int(),
  /** The container's id: one that was recreated has another. */
  id: z.string(),
  level: z.enum(['error', 'warn', 'info']),
  /** What happened, without a subject: "died (exit code 137)". */
  text: z.string(),
})

export type Happening = z.infer<typeof happeningSchema>
