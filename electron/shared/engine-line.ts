import { z } from 'zod'

/** What the engine's process is started with, as JSON in its one argument. */
export const engineStartSchema = z.object({
  /** The folder of the bundled project. */
  bundledProject: z.string(),
  /** The folder for Shoal's settings and recent projects. */
  dataFolder: z.string(),
  version: z.string(),
})

/** What main tells the engine's process. */
export const toEngineSchema = z.discriminatedUnion('kind', [
  /** Serve the contract over the port that comes with this message. */
  z.object({ kind: z.literal('serve') }),
  /** The answer to `choose-folder`. */
  z.object({ kind: z.literal('chosen'), id: z.number(), directory: z.string().optional() }),
  /** Let everything reach its next safe point, then exit. */
  z.object({ kind: z.literal('close') }),
])

/** What the engine's process tells main. */
export const fromEngineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choose-folder'), id: z.number() }),
  /** A face of Shoal opened this project. */
  z.object({ kind: z.literal('project'), directory: z.string() }),
])

export type EngineStart = z.infer<typeof engineStartSchema>
export type ToEngine = z.infer<typeof toEngineSchema>
export type FromEngine = z.infer<typeof fromEngineSchema>
