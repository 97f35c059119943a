import { z } from 'zod'

/** Something about a Caddyfile that its author should know. */
export const caddyProblemSchema = z.object({
  /** An error keeps Caddy from taking the file, or the app from being served; a warning costs something. */
  severity: z.enum(['error', 'warning']),
  /** Who says so: Caddy itself, or Shoal of what would cut it off. */
  source: z.enum(['caddy', 'shoal']),
  code: z.enum([
    'invalid',
    'caddy-warning',
    'encoding',
    'admin',
    'gate',
    'rotation',
    'app-missing',
    'slots-missing',
    'slots-few',
    'health-checks',
    'health-upstream',
    'unsafe-policy',
  ]),
  /** One sentence. It may quote the file. */
  message: z.string(),
  hint: z.string(),
  /** From 1; null where no line is at fault. */
  line: z.number().int().positive().nullable(),
  /** Whether `caddyfile.repair` can mend it. */
  repairable: z.boolean(),
})

/** A Caddyfile as it lies in the project, beside what Caddy runs. */
export const caddyfileSchema = z.object({
  text: z.string(),
  exists: z.boolean(),
  /** Of the text; `caddyfile.write` takes it to notice a change by somebody else. */
  hash: z.string(),
  /** The file's path. */
  path: z.string(),
  caddy: z.enum(['answering', 'silent', 'absent']),
  /**
   * `same`: Caddy runs what the file says. `differs`: something else. `invalid`: Caddy refuses the file, and goes on with the
   * last one that it took. `unknown`: no Caddy answers.
   */
  state: z.enum(['same', 'differs', 'invalid', 'unknown']),
  /** What Caddy runs, as a Caddyfile; null where nobody knows how it was written. */
  running: z.string().nullable(),
  /** Why Caddy refuses the file. */
  problem: caddyProblemSchema.nullable(),
})

export const caddyVersionSchema = z.object({
  /** Names the version to `caddyfile.version`. */
  id: z.string(),
  /** When another text took its place. Milliseconds since the epoch. */
  at: z.number().int(),
  /** Whether Caddy could not load it. */
  refused: z.boolean(),
  /** Lines in which it differs from the present file. */
  differs: z.number().int().nonnegative(),
})

export type CaddyProblem = z.infer<typeof caddyProblemSchema>
export type Caddyfile = z.infer<typeof caddyfileSchema>
