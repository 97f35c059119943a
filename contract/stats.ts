import { z } from 'zod'

const count = z.number().nonnegative()

/** What one container uses at one moment. Sizes are bytes; traffic and disk count from the container's start. */
export const usageSchema = z.object({
  name: z.string(),
  service: z.string(),
  index: z.number().int(),
  /** Per cent of one core: 250 is two cores and a half. */
  cpu: count,
  /** The most that `cpu` can be: the container's own limit, else all of the machine's cores. Per cent of one core. */
  cpuLimit: count,
  /** Without the files that the kernel would give up at once, as `docker stats` counts it. */
  memory: count,
  /** What the container may use at most: its own limit, else all of the engine's machine. */
  memoryLimit: count,
  received: count,
  sent: count,
  read: count,
  written: count,
  /** Bytes a second since the sample before. */
  rates: z.object({ received: count, sent: count, read: count, written: count }),
  processes: count,
})

/** What all running containers of a project use together. */
export const totalSchema = usageSchema.pick({ cpu: true, memory: true, rates: true, processes: true })

/** A container that gets too little of something, or a limit that is close. */
export const warningSchema = z.object({
  /**
   * `cpu`: at its limit, or the machine's, for seconds. `memory`: close to its limit. `oom`: a process of it was killed for
   * want of memory, in the last minutes. `connections`: the database has hardly any left. `pool`: more instances run than
   * there are connections for, or a rollout would need more.
   */
  kind: z.enum(['cpu', 'memory', 'oom', 'connections', 'pool']),
  /** The container; the project's name, with an empty service, where all of its containers together are meant. */
  name: z.string(),
  service: z.string(),
  /** 0 where no instance is meant. */
  index: z.number().int(),
  /** One sentence, with figures: "app-2 uses 97 % of its memory limit of 256 MB". */
  text: z.string(),
  /** What to do about it. */
  hint: z.string(),
  /** Milliseconds since the epoch. */
  since: z.number().int(),
})

/** What every running container of a project uses, once a second. */
export const statsSchema = z.object({
  at: z.number().int(),
  containers: z.array(usageSchema),
  total: totalSchema,
  /** What the engine's machine has. */
  machine: z.object({ cpus: z.number(), memory: z.number() }),
  /** The oldest first. A warning stays for as long as it is so, and some seconds longer; an `oom` for ten minutes. */
  warnings: z.array(warningSchema),
})

export type Usage = z.infer<typeof usageSchema>
export type TotalUsage = z.infer<typeof totalSchema>
export type Warning = z.infer<typeof warningSchema>
export type Stats = z.infer<typeof statsSchema>
