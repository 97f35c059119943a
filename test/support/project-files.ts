import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Stack } from './stack.ts'

/** The bytes of every file in the project folder itself, by name; what Shoal keeps of refused texts is left out. */
export async function readFiles({ directory }: Pick<Stack, 'directory'>): Promise<Record<string, string>> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.rejected'))
  const texts = await Promise.all(
    names.map(async ({ name }) => [name, await readFile(join(directory, name), 'latin1')] as const),
  )
  return Object.fromEntries(texts)
}

/** Sets how long Shoal waits in this project, so that a test need not. */
export async function patience(
  { directory }: Pick<Stack, 'directory'>,
  settings: Readonly<Partial<Record<'drain' | 'ready', string>>>,
): Promise<void> {
  const path = join(directory, 'compose.yaml')
  let text = await readFile(path, 'utf8')
  for (const [key, value] of Object.entries(settings))
    text = text.replace(new RegExp(`^  ${key}: .*$`, 'm'), `  ${key}: ${value}`)
  await writeFile(path, text)
}
