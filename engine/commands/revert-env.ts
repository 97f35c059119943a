import type { ShoalError } from '../../contract/errors.ts'
import { diffEnv } from '../env/diff.ts'
import { loadProject } from '../project/load.ts'
import type { Host } from './host.ts'
import { putEnvBack, readGoodEnv } from './keep-files.ts'

/**
 * Puts `.env` back after a failed change: as it was before the change, or, when the file had been edited by hand since
 * every instance was healthy and now one never got so, as it was then. Returns what to tell, if anything was put back.
 * @param before what `.env` held before the change
 */
export async function revertEnv(
  host: Host,
  directory: string,
  before: string | undefined,
  { code }: ShoalError,
): Promise<string | undefined> {
  const good = code === 'never-healthy' ? await readGoodEnv(directory) : undefined
  const edited = good !== undefined && !(await meansTheSame(host, directory, good, before ?? ''))
  return putEnvBack(directory, edited ? good : before)
}

/** A text that can't be read means nothing. */
async function meansTheSame(host: Host, directory: string, a: string, b: string): Promise<boolean> {
  const { environment } = host
  const load = (env: string) => loadProject(directory, { environment, env }).catch(() => undefined)
  const [first, second] = await Promise.all([load(a), load(b)])
  if (first === undefined || second === undefined) return a === b
  const { added, changed, removed } = diffEnv(first.env, second.env)
  return added.length + changed.length + removed.length === 0
}
