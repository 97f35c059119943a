import { z } from 'zod'

/** What the user chose for Shoal itself, kept in the user's data folder. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Start Shoal when the user logs in. Only the desktop app can. */
  openAtLogin: z.boolean(),
  /** Ask what becomes of a running stack when Shoal is quit. Only the desktop app can. */
  askOnQuit: z.boolean(),
  /** Tell about crashed instances and failed rollouts while the window is not in front. */
  notify: z.boolean(),
  /** The Docker endpoint to use, as `unix:///...`; null looks for one. */
  engine: z.string().min(1).nullable(),
})

/** Which face of Shoal hosts the engine, and what it can do. */
export const aboutSchema = z.object({
  version: z.string(),
  kind: z.enum(['desktop', 'browser']),
  platform: z.enum(['mac', 'windows', 'linux']),
  /** Whether `app.choose-folder` opens the system's own dialog; else folders are listed by `app.list-folder`. */
  folderDialog: z.boolean(),
  /** Whether `openAtLogin` and `askOnQuit` have an effect. */
  resident: z.boolean(),
})

export const recentProjectSchema = z.object({
  directory: z.string(),
  /** The Compose project's name; the folder's when it cannot be read now. */
  name: z.string(),
  /** Milliseconds since the epoch. */
  openedAt: z.number().int(),
  /** Whether the folder still holds a compose file. */
  present: z.boolean(),
  /** Whether it is the copy of the bundled sample. */
  sample: z.boolean(),
})

export const folderSchema = z.object({
  path: z.string(),
  /** Null at the top. */
  parent: z.string().nullable(),
  folders: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      /** Whether it holds a compose file. */
      project: z.boolean(),
    }),
  ),
  /** Whether the folder itself holds a compose file. */
  project: z.boolean(),
})

export type AppSettings = z.infer<typeof settingsSchema>
export type About = z.infer<typeof aboutSchema>
export type RecentProject = z.infer<typeof recentProjectSchema>
export type Folder = z.infer<typeof folderSchema>
