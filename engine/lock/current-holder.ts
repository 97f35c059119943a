import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { lockPath } from './acquire.ts'
import { readHolder } from './holder.ts'
import type { Holder } from './parse-holder.ts'
import { isGone } from './process.ts'

/** Who holds a project's lock now; undefined when nobody does, or a process that is dead. Never throws. */
export async function currentHolder(directory: string): Promise<Holder | undefined> {
  const folder = join(directory, '.shoal')
  const locked = await stat(lockPath(folder)).then(
    () => true,
    () => false,
  )
  const holder = locked ? await readHolder(folder) : undefined
  return holder === undefined || (await isGone(holder)) ? undefined : holder
}
