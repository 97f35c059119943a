import { z } from 'zod'
import { attemptSchema, engineSchema, planSchema, snapshotSchema } from './models.ts'

const directory = z.string().min(1)
const inProject = z.object({ directory })

/** How a mutating call ended: the plan it ran (or would run, with `dryRun`) and the state it left. */
export const outcomeSchema = z.object({
  plan: planSchema,
  /** The plan as text, one operation a line. */
  text: z.string(),
  /** Absent after a dry run. */
  snapshot: snapshotSchema.optional(),
})

/**
 * Every call that a face of Shoal (desktop, browser, command line) can make on the engine.
 * Both ends of the wire derive their types from this map. A call's progress is the `stack.activity` stream.
 */
export const calls = {
  'engine.find': {
    input: z.object({}),
    output: z.object({ engine: engineSchema, source: z.string(), attempts: z.array(attemptSchema) }),
  },
  'project.init': { input: inProject, output: z.object({ directory }) },
  'stack.status': { input: inProject, output: snapshotSchema },
  'stack.up': {
    input: inProject.extend({
      scale: z.number().int().optional(),
      port: z.number().int().min(1).max(65_535).optional(),
      dryRun: z.boolean().default(false),
    }),
    output: outcomeSchema,
  },
  'stack.down': {
    input: inProject.extend({ volumes: z.boolean().default(false), dryRun: z.boolean().default(false) }),
    output: outcomeSchema,
  },
  'stack.start': { input: inProject.extend({ names: z.array(z.string()) }), output: outcomeSchema },
  'stack.stop': { input: inProject.extend({ names: z.array(z.string()) }), output: outcomeSchema },
  'stack.restart': { input: inProject.extend({ names: z.array(z.string()) }), output: outcomeSchema },
  'stack.scale': {
    input: inProject.extend({ scale: z.number().int(), dryRun: z.boolean().default(false) }),
    output: outcomeSchema,
  },
  'env.list': { input: inProject, output: z.object({ variables: z.record(z.string(), z.string()) }) },
  'env.change': {
    input: inProject.extend({
      set: z.record(z.string(), z.string()).default({}),
      unset: z.array(z.string()).default([]),
      /** Roll the change out; without it only the file is written. */
      apply: z.boolean().default(true),
      dryRun: z.boolean().default(false),
    }),
    output: outcomeSchema.extend({
      changed: z.array(z.string()),
      /** Whether the stack was changed, not just the file. */
      applied: z.boolean(),
    }),
  },
  'port.get': {
    input: inProject,
    output: z.object({ port: z.number().int().nullable(), url: z.string().nullable() }),
  },
  'port.set': {
    input: inProject.extend({
      port: z.number().int().min(1).max(65_535),
      dryRun: z.boolean().default(false),
    }),
    output: outcomeSchema,
  },
  'port.check': {
    input: z.object({ port: z.number().int().min(1).max(65_535) }),
    output: z.object({
      free: z.boolean(),
      /** Who holds it, in words; empty when it is free. */
      holder: z.string(),
      /** The next free port from here on. */
      next: z.number().int(),
    }),
  },
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
/** What a caller passes: defaults may be left out. */
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>
/** What an implementation receives: defaults filled in. */
export type CallParams<N extends CallName> = z.output<Calls[N]['input']>
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>
export type Outcome = z.infer<typeof outcomeSchema>
