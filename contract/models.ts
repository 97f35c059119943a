import { z } from 'zod'
import { errorDataSchema } from './error-data.ts'

/** Milliseconds since the epoch. */
const timeSchema = z.number().int().nonnegative()

export const containerStateSchema = z.enum([
  'absent',
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
])

export const healthSchema = z.enum(['healthy', 'unhealthy', 'starting', 'unknown'])

/** One instance of the app, as Docker and Caddy report it. */
export const instanceSchema = z.object({
  /** The container's name. */
  name: z.string(),
  index: z.number().int().positive(),
  id: z.string(),
  state: containerStateSchema,
  health: healthSchema,
  /** Why it is not healthy; empty when it is. */
  reason: z.string(),
  /** Whether Caddy may send it requests now: allowed by the rotation directory, running and healthy. */
  inRotation: z.boolean(),
  /** Requests in flight, streams (WebSockets, event streams) left out; null when Caddy cannot be asked. */
  inFlight: z.number().int().nonnegative().nullable(),
  /** Open WebSockets and event streams; null when Caddy cannot be asked. */
  streams: z.number().int().nonnegative().nullable(),
  startedAt: timeSchema.nullable(),
  /** How its process ended; null while it runs and before it ran. */
  exitCode: z.number().int().nullable(),
  /** How often Docker's restart policy started it again. */
  restarts: z.number().int().nonnegative(),
  /** How often it may; left out where it may as often as it takes. */
  maximumRestarts: z.number().int().positive().optional(),
  /** Whether it runs with what the project's files say now. */
  current: z.boolean(),
})

export const serviceSchema = z.object({
  name: z.string(),
  state: containerStateSchema,
  health: z.enum(['healthy', 'unhealthy', 'starting', 'none', 'unknown']),
  image: z.string(),
  containers: z.array(z.object({ name: z.string(), id: z.string(), state: containerStateSchema })),
})

export const engineSchema = z.object({ name: z.string(), version: z.string(), host: z.string() })

export const stackStateSchema = z.enum(['running', 'partial', 'stopped', 'down'])

/** Who changes a project at the moment. */
export const workSchema = z.object({
  /** As typed: "shoal scale 5". */
  command: z.string(),
  pid: z.number().int(),
  since: timeSchema,
  /** Whether this engine does it: then `stack.activity` tells of it, and `stack.cancel` stops it. */
  here: z.boolean(),
})

/** Everything there is to know about a project at one moment. Immutable. */
export const snapshotSchema = z.object({
  project: z.string(),
  directory: z.string(),
  state: stackStateSchema,
  /** Where the stack answers; null when nothing is published. */
  url: z.string().nullable(),
  port: z.number().int().nullable(),
  scale: z.object({
    /** What compose.yaml says. */
    wanted: z.number().int(),
    max: z.number().int(),
  }),
  instances: z.array(instanceSchema),
  services: z.array(serviceSchema),
  engine: engineSchema,
  /** Whether Caddy's admin tunnel answers. */
  caddy: z.enum(['answering', 'silent', 'absent']),
  /** Who holds the project's lock: this Shoal or another one; null when nobody does. */
  work: workSchema.nullable(),
  at: timeSchema,
})

export const verbSchema = z.enum([
  'pull',
  'build',
  'create-network',
  'create-volume',
  'create',
  'start',
  'wait-healthy',
  'wait-ready',
  'wait-answer',
  'manage-rotation',
  'join',
  'leave',
  'drain',
  'stop',
  'remove',
  'remove-network',
  'remove-volume',
  'reload',
])

/** One node of a plan. */
export const operationSchema = z.object({
  id: z.string(),
  verb: verbSchema,
  /** What it acts on: a container, image, network or volume by name. */
  target: z.string(),
  /** Why: "scale 3 -> 5", "env changed: DATABASE_URL". */
  cause: z.string(),
  /** Ids of the operations that must be done first. */
  after: z.array(z.string()),
})

export const planSchema = z.object({ operations: z.array(operationSchema) })

export const operationStateSchema = z.enum(['running', 'done', 'failed', 'skipped'])

/** One of the parts that a long operation consists of. */
export const partSchema = z.object({
  /** A layer's short id, or a build step: "Step 3/9 : RUN npm ci". */
  name: z.string(),
  /** Of a layer "waiting", "downloading", "extracting", "done" or the engine's own word; of a step "running", "done". */
  state: z.string(),
  /** Bytes; zero when nobody knows. */
  done: z.number().nonnegative(),
  total: z.number().nonnegative(),
})

/** What happens in a project, as it happens. */
export const activitySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('planned'), command: z.string(), plan: planSchema, at: timeSchema }),
  z.object({
    kind: z.literal('operation'),
    id: z.string(),
    state: operationStateSchema,
    /** What it waits for or how far it is: "draining, 2 in flight". */
    detail: z.string(),
    /** The layers of a pull or the steps of a build, as far as they are known. */
    parts: z.array(partSchema).optional(),
    at: timeSchema,
  }),
  /** A sentence for people: who holds the lock, which port was taken instead. */
  z.object({ kind: z.literal('note'), message: z.string(), at: timeSchema }),
  z.object({
    kind: z.literal('ended'),
    command: z.string(),
    outcome: z.enum(['done', 'failed', 'cancelled', 'superseded']),
    error: errorDataSchema.optional(),
    /** Milliseconds. */
    took: z.number(),
    at: timeSchema,
  }),
])

/** Where Docker was looked for, in order. */
export const attemptSchema = z.object({
  source: z.string(),
  host: z.string(),
  result: z.string(),
})

export type Instance = z.infer<typeof instanceSchema>
export type ServiceStatus = z.infer<typeof serviceSchema>
export type Work = z.infer<typeof workSchema>
export type Snapshot = z.infer<typeof snapshotSchema>
export type StackState = z.infer<typeof stackStateSchema>
export type Operation = z.infer<typeof operationSchema>
export type Plan = z.infer<typeof planSchema>
export type OperationState = z.infer<typeof operationStateSchema>
export type Part = z.infer<typeof partSchema>
export type Attempt = z.infer<typeof attemptSchema>
export type EngineInfo = z.infer<typeof engineSchema>
export type Activity = z.infer<typeof activitySchema>
