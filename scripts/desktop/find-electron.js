import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../setup/paths.js'
import { run } from '../setup/run.js'

/** What Electron's own downloader needs. */
const NODE = { major: 22, minor: 12 }

/**
 * Finds what runs the desktop app in a checkout. Electron's package brings no binary: it is fetched here, once.
 * @param {object} host
 * @param {NodeJS.ProcessEnv} host.env
 * @param {NodeJS.Platform} host.platform
 * @param {string} host.node Node's version
 * @param {string} host.folder Electron's package
 * @param {() => Promise<unknown>} host.install fetches the binary
 * @returns {Promise<{ program: string } | { reason: string }>} the program, or one sentence on why there is none
 */
export async function findElectron({ env, platform, node, folder, install }) {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    return { reason: 'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).' }
  }
  const present = await installed(folder)
  if (present) return { program: present }
  const [major = 0, minor = 0] = node.split('.').map(Number)
  if (major < NODE.major || (major === NODE.major && minor < NODE.minor)) {
    return {
      reason: `Electron is not here yet, and fetching it takes Node ${NODE.major}.${NODE.minor}; this is ${node}.`,
    }
  }
  try {
    await install()
  } catch {
    return { reason: 'Electron is not here, and could not be fetched from github.com.' }
  }
  const program = await installed(folder)
  return program ? { program } : { reason: 'Electron was fetched, but its program is not where it says.' }
}

/** This process's surroundings, for `findElectron`. */
export function thisHost() {
  const folder = join(root, 'node_modules', 'electron')
  return {
    env: process.env,
    platform: process.platform,
    node: process.versions.node,
    folder,
    install: () => run(process.execPath, [join(folder, 'install.js')]),
  }
}

/** @param {string} folder */
async function installed(folder) {
  const path = await readFile(join(folder, 'path.txt'), 'utf8').catch(() => undefined)
  const program = path && join(folder, 'dist', path)
  return program && existsSync(program) ? program : undefined
}
