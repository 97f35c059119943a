import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { writeText } from '../files/write-text.ts'
import { processStart } from './process.ts'

const holderSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  /** What it does, as typed: `shoal scale 5`. */
  command: z.string(),
  /** Milliseconds since the epoch. */
  since: z.number(),
  /** When its process started, in the kernel's clock ticks; null where the kernel does not say. */
  started: z.number().nullable(),
  /** Tells two locks of the same process apart. */
  token: z.string(),
})

/** Who holds a project's lock. */
export type Holder = z.infer<typeof holderSchema>

/** This process as a holder. */
export async function describeSelf(command: string): Promise<Holder> {
  return {
    pid: process.pid,
    host: hostname(),
    command,
    since: Date.now(),
    started: (await processStart(process.pid)) ?? null,
    token: crypto.randomUUID(),
  }
}

/** Who the folder says holds the lock; undefined when it says nothing, or nothing that can be understood. */
export async function readHolder(folder: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(holderFile(folder), 'utf8')))
  } catch {
    return undefined
  }
}

/** Written in one step, so that a reader never sees half a holder. */
export async function writeHolder(folder: string, holder: Holder): Promise<void> {
  await writeText(holderFile(folder), `${JSON.stringify(holder)}\n`)
}

/** "`shoal scale 5` (pid 123) has been changing this project for 3 s". */
export function describeHolder(holder: Holder | undefined, now = Date.now()): string {
  if (holder === undefined) return 'Another Shoal is changing this project'
  const where = holder.host === hostname() ? `pid ${holder.pid}` : `pid ${holder.pid} on ${holder.host}`
  const seconds = Math.max(0, Math.round((now - holder.since) / 1000))
  const time = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
  return `\`${holder.command}\` (${where}) has been changing this project for ${time}`
}

function holderFile(folder: string): string {
  return join(folder, 'holder.json')
}
