import { z } from 'zod'
import { warningSchema } from './stats.ts'

const whole = z.number().int().nonnegative()

/** Who holds a connection: an instance, another container of the project, or somebody else. */
const holderSchema = z.object({
  /** The container's name; else the client's own name for itself, its address, or "inside the container". */
  name: z.string(),
  /** Empty where it is no container of the project. */
  service: z.string(),
  /** 0 where it is no container of the project. */
  index: z.number().int(),
})

/** The connections of one client. */
export const clientSchema = holderSchema.extend({
  /** What the client calls itself (`application_name`); empty when it does not. */
  application: z.string(),
  connections: whole,
  active: whole,
  idle: whole,
  /** Idle in a transaction: it holds its locks and does nothing. Failed transactions are among them. */
  idleInTransaction: whole,
  /** Any other state, or one that PostgreSQL does not tell this user. */
  other: whole,
})

/** One statement that runs now, or a transaction that somebody left open. */
export const querySchema = z.object({
  pid: z.number().int(),
  client: holderSchema,
  application: z.string(),
  /** PostgreSQL's own word: "active", "idle in transaction", ... */
  state: z.string(),
  /** Milliseconds: how long it runs, or how long the transaction waits for its client. */
  ms: whole,
  /** What it waits for, as "Lock: transactionid"; empty when it runs. */
  wait: z.string(),
  /** Its first 500 characters; of a transaction that waits, the last statement. */
  text: z.string(),
})

/** What one number of instances asks of the database. */
export const projectedSchema = z.object({
  scale: z.number().int(),
  /** Instances times pool size, and the connections of everybody else. */
  connections: whole,
  fits: z.boolean(),
  /** The same during a rollout, when new instances run beside those that they replace. */
  rollout: whole,
  rolloutFits: z.boolean(),
})

/** How many instances the database has connections for. */
export const poolSchema = z.object({
  /** The most connections of one instance; null when nobody knows. */
  size: z.number().int().positive().nullable(),
  /**
   * How it is known. `environment`: the app's environment says so. `observed`: the most that one instance was seen with,
   * so it may be more.
   */
  source: z.enum(['environment', 'observed', 'unknown']),
  /** The variable that says so, for `environment`: "DATABASE_POOL_MAX", "DATABASE_URL (connection_limit)". */
  variable: z.string(),
  /** What the instances can share: `max_connections` without the reserved ones. */
  available: whole,
  /** Connections that are no instance's. */
  others: whole,
  /** The slider's whole range, 1 to the maximum; empty while the size is unknown. */
  projection: z.array(projectedSchema),
  /** The smallest scale that does not fit; null when all of the range fits, or nobody knows. */
  breaksAt: z.number().int().nullable(),
  /** The smallest scale whose rollout does not fit. */
  rolloutBreaksAt: z.number().int().nullable(),
  /** In a sentence: "Up to 9 instances fit: 10 x 10 + 1 other = 101 of 97 connections." */
  text: z.string(),
})

/** The project's PostgreSQL at one moment. */
export const databaseSchema = z.object({
  at: whole,
  /** `absent`: no PostgreSQL of the project runs. `silent`: it runs and does not answer. */
  state: z.enum(['answering', 'silent', 'absent']),
  /** Why it does not answer, in a sentence; empty when it does. */
  reason: z.string(),
  /** What to do about it; empty when it answers. */
  hint: z.string(),
  /** The service; empty when the project has no PostgreSQL. */
  service: z.string(),
  /** The container; empty when there is none. */
  container: z.string(),
  /** What it tells; null unless it answers. */
  server: z
    .object({
      /** "18.1" */
      version: z.string(),
      /** The database's name. */
      database: z.string(),
      /** Bytes. */
      size: whole,
      /** Milliseconds since the epoch. */
      startedAt: whole,
    })
    .nullable(),
  connections: z
    .object({
      /** `max_connections` */
      max: whole,
      /** Kept for superusers and maintenance. */
      reserved: whole,
      /** All that clients hold now, Shoal's own one included. */
      used: whole,
      /** Instances first, by number; then other containers, then everybody else. */
      clients: z.array(clientSchema),
    })
    .nullable(),
  /** The slowest first, ten at most. */
  queries: z.array(querySchema),
  pool: poolSchema.nullable(),
  warnings: z.array(warningSchema),
})

export type DatabaseClient = z.infer<typeof clientSchema>
export type DatabaseQuery = z.infer<typeof querySchema>
export type Projected = z.infer<typeof projectedSchema>
export type Pool = z.infer<typeof poolSchema>
export type Database = z.infer<typeof databaseSchema>
