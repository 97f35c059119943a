import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './run.js'

/**
 * Installs a folder's packages when they are not those of its lock file.
 * @param {string} folder
 * @param {(text: string) => void} say
 * @returns {Promise<string>} what came of it
 */
export async function ensureDependencies(folder, say) {
  const [wanted, installed] = await Promise.all([
    readPackages(join(folder, 'package-lock.json')),
    readPackages(join(folder, 'node_modules', '.package-lock.json')),
  ])
  if (isInstalled(wanted, installed)) return 'as locked'
  say('npm ci')
  // Some npm take the settings of the npm that runs us from the environment and apply them to the wrong folder.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle)_/.test(name)),
  )
  await run(npm, ['ci', '--no-audit', '--no-fund'], { cwd: folder, env })
  return 'installed'
}

/** The npm to run: on Windows it is a script, which has another name. */
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/**
 * @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>} Packages
 */

/**
 * Whether what npm says it has installed is what the lock file asks for. Optional packages may be missing: those of other
 * platforms are.
 * @param {Packages} wanted
 * @param {Packages} installed
 * @returns {boolean}
 */
export function isInstalled(wanted, installed) {
  const paths = Object.keys(wanted).filter((path) => path !== '')
  const isMet = (/** @type {string} */ path) => {
    const [want, have] = [wanted[path], installed[path]]
    if (!have) return Boolean(want?.optional || want?.devOptional)
    return want?.version === have.version && want?.integrity === have.integrity
  }
  return paths.every(isMet) && Object.keys(installed).every((path) => path in wanted)
}

/**
 * @param {string} file
 * @returns {Promise<Packages>} nothing when the file is not there
 */
async function readPackages(file) {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  return JSON.parse(text).packages ?? {}
}
