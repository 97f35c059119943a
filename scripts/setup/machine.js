import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.js'

/** Whether this machine installs Debian packages and we may: Debian, Ubuntu and their kin, as root. */
export function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && isOnPath('apt-get')
}

/**
 * @param {string} command
 * @returns {boolean}
 */
export function isOnPath(command) {
  // A program that only root uses is missing from the PATH that some shells give root.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
  return folders.some((folder) => existsSync(join(folder, command)))
}

/**
 * Installs Debian packages, with fresh package lists when the ones at hand are missing or too old to serve.
 * @param {...string} packages
 * @throws {Error} with apt's own words
 */
export async function installPackages(...packages) {
  const install = () => apt('install', '--yes', '--no-install-recommends', ...packages)
  try {
    await install()
  } catch {
    await apt('update')
    await install()
  }
}

/** @param {...string} args */
function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-q', ...args], { env })
}

/**
 * The mirror from which this machine gets Debian, out of its own package sources.
 * @returns {Promise<string>} empty on a kin of Debian that gets its packages elsewhere
 */
export async function debianMirror() {
  const format = '$(LABEL) $(REPO_URI)'
  let targets = await run('apt-get', ['indextargets', '--format', format])
  if (!/^\S+ /m.test(targets)) {
    await apt('update')
    targets = await run('apt-get', ['indextargets', '--format', format])
  }
  return targets.match(/^Debian (\S+)$/m)?.[1] ?? ''
}
