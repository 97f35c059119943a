import { z } from 'zod'
import { aboutSchema, folderSchema, recentProjectSchema, settingsSchema } from './app.ts'
import { caddyfileSchema, caddyProblemSchema, caddyVersionSchema } from './caddyfile.ts'
import { databaseSchema } from './database.ts'
import { envChangeSchema, envEntrySchema, envKeySchema, envProblemSchema, envVersionSchema } from './env.ts'
import { logFilterSchema, logSearchSchema } from './logs.ts'
import { attemptSchema, engineSchema, planSchema, snapshotSchema } from './models.ts'
import { projectChangeSchema, projectSettingsSchema } from './project.ts'
import { replayMethodSchema, replaySchema } from './requests.ts'
import { timelineEntrySchema } from './timeline.ts'

const directory = z.string().min(1)
const inProject = z.object({ directory })

/** How a mutating call ended: the plan it ran (or would run, with `dryRun`) and the state it left. */
export const outcomeSchema = z.object({
  plan: planSchema,
  /** The plan as text, one operation a line. */
  text: z.string(),
  /** Absent after a dry run. */
  snapshot: snapshotSchema.optional(),
  /** How it went, as the timeline has it; absent after a dry run. */
  entry: timelineEntrySchema.pick({ id: true, what: true, took: true, requests: true }).optional(),
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
  /** Every endpoint that Shoal knows of, each asked: what the user may choose from. */
  'engine.candidates': {
    input: z.object({}),
    output: z.object({
      candidates: z.array(
        z.object({
          source: z.string(),
          host: z.string(),
          answers: z.boolean(),
          /** "Docker Desktop 28.5" when it answers, else why it does not. */
          detail: z.string(),
        }),
      ),
    }),
  },
  'app.about': { input: z.object({}), output: aboutSchema },
  /** The system's own dialog; null when the user changed their mind. */
  'app.choose-folder': { input: z.object({}), output: z.object({ directory: z.string().nullable() }) },
  /** Folders to choose from where there is no dialog; the user's home without a path. */
  'app.list-folder': { input: z.object({ path: z.string().optional() }), output: folderSchema },
  'settings.get': { input: z.object({}), output: settingsSchema },
  'settings.set': { input: settingsSchema.partial(), output: settingsSchema },
  'projects.recent': { input: z.object({}), output: z.object({ projects: z.array(recentProjectSchema) }) },
  /** Checks that the folder holds a project that Shoal can run, and remembers it. */
  'projects.open': { input: inProject, output: recentProjectSchema },
  'projects.forget': { input: inProject, output: z.object({}) },
  /** The user's copy of the bundled sample, made when there is none yet. */
  'projects.sample': { input: z.object({}), output: recentProjectSchema },
  /**
   * Searches the whole ring from which `logs.follow` is served, away from the thread that serves it. Without a filter it
   * counts. Throws `usage` for an expression that is malformed or takes too long.
   */
  'logs.search': {
    input: inProject.extend({
      names: z.array(z.string()).default([]),
      filter: logFilterSchema.prefault({}),
      limit: z.number().int().positive().max(10_000).default(1_000),
      /** Only matches before (after) this place; the last ones of all without either. */
      before: z.number().nonnegative().optional(),
      after: z.number().nonnegative().optional(),
    }),
    output: logSearchSchema,
  },
  /** The bundled project, or an export, in a folder that is new or empty. */
  'project.init': {
    input: inProject.extend({
      /** Path of a zip that `project.export` made. */
      from: z.string().min(1).optional(),
    }),
    output: z.object({
      directory,
      /** Variables of `.env` that the export did not hold and that are to be filled in. */
      secrets: z.array(z.string()),
    }),
  },
  'project.settings': { input: inProject, output: projectSettingsSchema },
  /** Writes settings into the project's files, each on its own line, and applies them. */
  'project.configure': {
    input: inProject.extend({ change: projectChangeSchema, dryRun: z.boolean().default(false) }),
    output: outcomeSchema,
  },
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
  /** Stops what this engine runs in the project before its next operation, as a cancelled call does. */
  'stack.cancel': { input: inProject, output: z.object({ cancelled: z.boolean() }) },
  /** What happened in the project, whatever caused it, newest first; what runs still is left out. */
  'timeline.list': {
    input: inProject.extend({
      limit: z.number().int().min(1).max(1_000).default(100),
      /** Only entries before this moment. Milliseconds since the epoch. */
      before: z.number().int().nonnegative().optional(),
    }),
    output: z.object({ entries: z.array(timelineEntrySchema) }),
  },
  /** All that is kept of it, oldest first, for a file. */
  'timeline.export': {
    input: inProject,
    output: z.object({
      project: z.string(),
      /** Milliseconds since the epoch. */
      exportedAt: z.number().int(),
      entries: z.array(timelineEntrySchema),
    }),
  },
  /** How the project's PostgreSQL is now, asked once. */
  'database.status': { input: inProject, output: databaseSchema },
  /** The file as it is. Its text is secret. */
  'env.read': {
    input: inProject,
    output: z.object({ text: z.string(), exists: z.boolean(), hash: z.string() }),
  },
  /** Looks at a text that need not be saved yet. */
  'env.check': {
    input: inProject.extend({ text: z.string() }),
    output: z.object({ problems: z.array(envProblemSchema), entries: z.array(envEntrySchema) }),
  },
  /** Edits a text as `env.change` would the file: whatever is not named keeps its bytes. */
  'env.edit': {
    input: z.object({
      text: z.string(),
      set: z.record(z.string(), z.string()).default({}),
      unset: z.array(z.string()).default([]),
    }),
    output: z.object({ text: z.string() }),
  },
  'env.keys': { input: inProject, output: z.object({ keys: z.array(envKeySchema) }) },
  /** What writing this text would change, and which containers would be replaced. */
  'env.preview': {
    input: inProject.extend({ text: z.string() }),
    output: z.object({
      changes: z.array(envChangeSchema),
      plan: planSchema,
      text: z.string(),
      /** Containers that new ones take the place of. */
      replaced: z.array(z.string()),
    }),
  },
  /** Writes the whole file and rolls the change out where the stack runs; what was there is kept as a version. */
  'env.write': {
    input: inProject.extend({
      text: z.string(),
      /** The hash of the file that was edited: `file-changed` when it is another by now. */
      expected: z.string().optional(),
      apply: z.boolean().default(true),
    }),
    output: outcomeSchema.extend({ changed: z.array(z.string()), applied: z.boolean(), hash: z.string() }),
  },
  'env.versions': { input: inProject, output: z.object({ versions: z.array(envVersionSchema) }) },
  'env.version': { input: inProject.extend({ id: z.string() }), output: z.object({ text: z.string() }) },
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
  /** The file as it is, and whether Caddy runs it. */
  'caddyfile.read': { input: inProject, output: caddyfileSchema },
  /** What Caddy runs, as its own JSON. Throws `caddy-unreachable`. */
  'caddyfile.running': { input: inProject, output: z.object({ config: z.unknown() }) },
  /**
   * Has Caddy look at a text that need not be saved, without loading it: the one that runs, else one in a container of its own.
   * Without errors Caddy would take it, and Shoal could go on doing its work.
   */
  'caddyfile.check': {
    input: inProject.extend({
      text: z.string(),
      /** Also what only shows when a configuration is about to be loaded, such as an expression that is malformed. */
      thorough: z.boolean().default(false),
    }),
    output: z.object({
      problems: z.array(caddyProblemSchema),
      /** Who looked. */
      by: z.enum(['running', 'stand-in']),
      /** Whether it means something else than what Caddy runs; null where that is unknown. */
      differs: z.boolean().nullable(),
    }),
  },
  /** As `caddy fmt` writes it. */
  'caddyfile.format': {
    input: inProject.extend({ text: z.string() }),
    output: z.object({ text: z.string() }),
  },
  /** Adds what Shoal needs and leaves every other line as it is. */
  'caddyfile.repair': {
    input: inProject.extend({ text: z.string() }),
    output: z.object({
      text: z.string(),
      /** What was mended, a sentence each. */
      done: z.array(z.string()),
      /** What is still there. */
      problems: z.array(caddyProblemSchema),
    }),
  },
  /**
   * Writes the whole file and has Caddy reload it, once it was checked. What was there is kept as a version. Throws
   * `caddyfile-invalid`, and what was written is put back, when Caddy refuses it.
   */
  'caddyfile.write': {
    input: inProject.extend({
      text: z.string(),
      /** The hash of the file that was edited: `file-changed` when it is another by now. */
      expected: z.string().optional(),
      /** Have Caddy load it; without it only the file is written. */
      apply: z.boolean().default(true),
    }),
    output: outcomeSchema.extend({ applied: z.boolean(), hash: z.string() }),
  },
  /** Has Caddy load the file as it is. An identical configuration is not loaded again. */
  'caddyfile.reload': {
    input: inProject.extend({ dryRun: z.boolean().default(false) }),
    output: outcomeSchema,
  },
  'caddyfile.versions': { input: inProject, output: z.object({ versions: z.array(caddyVersionSchema) }) },
  'caddyfile.version': {
    input: inProject.extend({ id: z.string() }),
    output: z.object({ text: z.string() }),
  },
  /** Sends a request to every instance that runs, to each alone, and compares the answers. */
  'requests.replay': {
    input: inProject.extend({
      method: replayMethodSchema,
      /** Path and query. */
      uri: z.string().regex(/^\/[\x21-\x7e]*$/, 'a path that begins with /'),
      headers: z.record(z.string(), z.string()).default({}),
    }),
    output: replaySchema,
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
