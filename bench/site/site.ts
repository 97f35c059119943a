import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import getPort from 'get-port'
import { runCommand } from '../run/command.ts'
import { shoalCommand } from '../run/shoal.ts'

/** One project folder, which both contenders run in turn. */
export interface Site {
  readonly project: string
  readonly directory: string
  readonly url: string
  /** How Docker Compose is called on this machine. */
  readonly compose: readonly string[]
  /** Puts another Caddyfile in place of the bundled one until the work is done. */
  withCaddyfile<T>(text: string, work: () => Promise<T>): Promise<T>
  /** Takes down whatever runs of the project, with its volumes; its images stay. */
  clear(): Promise<void>
  /** Takes everything away. */
  dispose(): Promise<void>
}

/**
 * Makes a copy of the bundled project under a name and on a port of its own, with its images made.
 * @param signal cuts the making short; what was made so far is taken away then, as after any failure
 */
export async function createSite(compose: readonly string[], signal: AbortSignal): Promise<Site> {
  const parent = await mkdtemp(join(tmpdir(), 'shoal-bench-'))
  const project = `shoal-bench-${randomBytes(3).toString('hex')}`
  const directory = join(parent, project)
  const port = await getPort()
  const takeDown = (...more: string[]) =>
    runCommand([...compose, 'down', '--volumes', '--remove-orphans', '--timeout', '1', ...more], directory)
  const caddyfile = join(directory, 'Caddyfile')

  const site: Site = {
    project,
    directory,
    url: `http://127.0.0.1:${port}`,
    compose,
    async withCaddyfile(text, work) {
      const bundled = await readFile(caddyfile, 'utf8')
      await writeFile(caddyfile, text)
      try {
        return await work()
      } finally {
        await writeFile(caddyfile, bundled)
      }
    },
    async clear() {
      await takeDown()
    },
    async dispose() {
      await takeDown('--rmi', 'local')
      await rm(parent, { recursive: true, force: true })
    },
  }
  try {
    await runCommand(shoalCommand('init', directory), parent, signal)
    await runCommand(shoalCommand('env', 'set', `PORT=${port}`, '--no-apply'), directory, signal)
    await runCommand(shoalCommand('up'), directory, signal)
    await site.clear()
  } catch (error) {
    await site.dispose().catch(() => {})
    throw error
  }
  return site
}
