import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { keepAside } from '../files/keep-aside.ts'
import { readText } from '../files/read-text.ts'
import { writeText } from '../files/write-text.ts'

/** How many are remembered. */
const LIMIT = 12

const entrySchema = z.object({
  /** Absolute, links resolved. */
  directory: z.string().min(1),
  name: z.string(),
  /** Milliseconds since the epoch. */
  openedAt: z.number().int().nonnegative(),
})
export type RecentEntry = z.infer<typeof entrySchema>

/** Projects that were opened lately, newest first. Entries that make no sense are skipped. Never throws. */
export async function readRecent(path: string): Promise<RecentEntry[]> {
  return (await read(path)).entries
}

/** Puts a project at the head of the list. Throws `disk-full` and `file-write`. */
export async function addRecent(path: string, entry: RecentEntry): Promise<void> {
  await change(path, (entries) => [entry, ...without(entries, entry.directory)])
}

/** Takes a project off the list; its files are left alone. Throws `disk-full` and `file-write`. */
export async function forgetRecent(path: string, directory: string): Promise<void> {
  await change(path, (entries) => without(entries, directory))
}

async function change(path: string, edit: (entries: RecentEntry[]) => RecentEntry[]): Promise<void> {
  const { entries, whole } = await read(path)
  if (!whole) await keepAside(path)
  await mkdir(dirname(path), { recursive: true }).catch(() => {})
  await writeText(path, `${JSON.stringify({ projects: edit(entries).slice(0, LIMIT) }, null, 2)}\n`)
}

function without(entries: readonly RecentEntry[], directory: string): RecentEntry[] {
  return entries.filter((entry) => entry.directory !== directory)
}

/** `whole` is false when something in the file made no sense. */
async function read(path: string): Promise<{ entries: RecentEntry[]; whole: boolean }> {
  try {
    const text = await readText(path)
    if (text === undefined) return { entries: [], whole: true }
    const { projects } = z.object({ projects: z.array(z.unknown()) }).parse(JSON.parse(text))
    const entries = projects.flatMap((project) => entrySchema.safeParse(project).data ?? [])
    return { entries, whole: entries.length === projects.length }
  } catch {
    return { entries: [], whole: false }
  }
}
