import { z } from 'zod'

const count = z.number().nonnegative()

/** What one container uses at one moment. Sizes are bytes; traffic and disk count from the container's start. */
export const usageSchema = z.object({
  name: z.string(),
  service: z.string(),
  index: z.number().int(),
  /** Per cent of one core: 250 is two cores and a half. */
  cpu: count,
  memory: count,
  /** What the container may use at most: its own limit, else all of the engine's machine. */
  memoryLimit: count,
  received: count,
  sent: count,
  read: count,
  written: count,
  processes: count,
})

/** What every running container of a project uses, once a second. */
export const statsSchema = z.object({
  at: z.number().int(),
  containers: z.array(usageSchema),
  /** What the engine's machine has. */
  machine: z.object({ cpus: z.number(), memory: z.number() }),
})

export type Usage = z.infer<typeof usageSchema>
export type Stats = z.infer<typeof statsSchema>
