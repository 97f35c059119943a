import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const STACK = fileURLToPath(new URL('../../stack', import.meta.url))

/**
 * A folder called `shop` with the bundled project's files (not its app) and others in their place, for one test. Nothing
 * of it runs.
 */
export async function projectFolder(files: Readonly<Record<string, string | Buffer>> = {}): Promise<string> {
  const parent = await realpath(await mkdtemp(join(tmpdir(), 'shoal-project-')))
  onTestFinished(() => rm(parent, { recursive: true }))
  const directory = join(parent, 'shop')
  for (const name of ['compose.yaml', 'Caddyfile', '.env.example'])
    await cp(join(STACK, name), join(directory, name))
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content)
  return directory
}
