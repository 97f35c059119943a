import { resolve } from 'node:path'
import envPaths from 'env-paths'

/** The folder for what belongs to the user and to no project; `SHOAL_DATA_DIR` names another one. */
export function dataFolder(env: NodeJS.ProcessEnv, cwd: string): string {
  const chosen = env.SHOAL_DATA_DIR
  return chosen ? resolve(cwd, chosen) : envPaths('shoal', { suffix: '' }).data
}
