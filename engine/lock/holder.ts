import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { writeText } from '../files/write-text.ts'
import type { Holder } from './parse-holder.ts'
import { processStart } from './process.ts'

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
    const text = await readFile(holderFile(folder), 'utf8')
    // Mostly nobody holds the lock, and then a short command does without schemas.
    const { parseHolder } = await import('./parse-holder.ts')
    return parseHolder(text)
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
