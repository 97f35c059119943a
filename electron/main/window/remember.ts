import { readFile } from 'node:fs/promises'
import { writeText } from '../../../engine/files/write-text.ts'
import { type Placement, placementSchema } from './placement.ts'

/** Where the window was; undefined when that was never kept, or cannot be read. */
export async function recallPlacement(file: string): Promise<Placement | undefined> {
  try {
    return placementSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** Keeps where the window is. A window that opens somewhere else next time is no reason to bother anybody. */
export async function keepPlacement(file: string, placement: Placement): Promise<void> {
  await writeText(file, `${JSON.stringify(placement)}\n`).catch(() => undefined)
}
