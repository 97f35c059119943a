import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The cases of one file of `test/fixtures/compose`, with what Docker Compose 2.40 answered. */
export function composeCases<T>(file: string): T[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'compose', file), 'utf8'))
}

/** Runs `use` with a project folder that holds these files, and removes the folder afterwards. */
export async function withProjectFolder<T>(
  files: Readonly<Record<string, string>>,
  use: (directory: string) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'shoal-project-'))
  const directory = join(root, 'project')
  try {
    await mkdir(directory)
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, name)), { recursive: true })
      await writeFile(join(directory, name), text)
    }
    return await use(directory)
  } finally {
    await rm(root, { recursive: true })
  }
}
