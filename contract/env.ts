import { z } from 'zod'

/**
 * Something about a `.env` that its author should know. Offsets are UTF-16 code units from the file's beginning. Messages,
 * hints and labels never hold a value; a fix's text may.
 */
export const envProblemSchema = z.object({
  /** An error keeps Compose from reading the file; a warning is probably not what was meant. */
  severity: z.enum(['error', 'warning']),
  code: z.enum([
    'syntax',
    'duplicate',
    'unquoted-dollar',
    'spaces',
    'localhost-database',
    'unknown-variable',
    'port',
    'not-a-url',
  ]),
  message: z.string(),
  hint: z.string(),
  /** From 1. */
  line: z.number().int().positive(),
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  key: z.string().optional(),
  /** A replacement that settles it. */
  fix: z
    .object({ label: z.string(), from: z.number().int(), to: z.number().int(), text: z.string() })
    .optional(),
})

/** One assignment of a `.env`, as it stands in the file. */
export const envEntrySchema = z.object({
  key: z.string(),
  /** What Compose makes of it. */
  value: z.string(),
  secret: z.boolean(),
  line: z.number().int().positive(),
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  /** Where the value stands in the text, quotes included. */
  valueFrom: z.number().int().nonnegative(),
  valueTo: z.number().int().nonnegative(),
  /** Whether a later assignment of the same key wins. */
  overridden: z.boolean(),
})

/** A variable that the project or the app knows, for completion. */
export const envKeySchema = z.object({
  key: z.string(),
  /** What it means, in a sentence or two; empty when nobody says. */
  about: z.string(),
  example: z.string(),
  /** Who names it: `.env.example`, the compose file, the Caddyfile, or Shoal because frameworks know it. */
  source: z.enum(['example', 'compose', 'caddyfile', 'known']),
})

export const envChangeSchema = z.object({
  key: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
  before: z.string(),
  after: z.string(),
  secret: z.boolean(),
})

/** A kept former `.env`. */
export const envVersionSchema = z.object({
  id: z.string(),
  /** When it was replaced. Milliseconds since the epoch. */
  at: z.number().int(),
  /** Keys by which it differs from the file as it is now, sorted. */
  differs: z.array(z.string()),
  /** Refused versions are those that a rollout could not bring up. */
  refused: z.boolean(),
})

export type EnvProblem = z.infer<typeof envProblemSchema>
export type EnvEntry = z.infer<typeof envEntrySchema>
export type EnvKey = z.infer<typeof envKeySchema>
export type EnvChange = z.infer<typeof envChangeSchema>
export type EnvVersion = z.infer<typeof envVersionSchema>
