import { hostname } from 'node:os'
import type { Work } from '../../contract/models.ts'
import { currentHolder } from '../lock/current-holder.ts'

/** Who changes a project at the moment; null when nobody does. */
export async function readWork(directory: string): Promise<Work | null> {
  const holder = await currentHolder(directory)
  if (holder === undefined) return null
  const { command, pid, since, host } = holder
  return { command, pid, since, here: pid === process.pid && host === hostname() }
}
