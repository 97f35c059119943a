import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where an engine may listen, the likeliest first. One that the user has named is the only candidate.
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, home?: string, uid?: number }} [machine]
 * @returns {{ named?: string, hosts: string[] }} `named` says by what the user has named it
 */
export function candidateHosts({
  env = process.env,
  platform = process.platform,
  home = homedir(),
  uid = process.getuid?.() ?? 0,
} = {}) {
  if (env.DOCKER_HOST) return { named: 'DOCKER_HOST', hosts: [env.DOCKER_HOST] }
  const config = env.DOCKER_CONFIG ?? join(home, '.docker')
  const context = env.DOCKER_CONTEXT || readJson(join(config, 'config.json'))?.currentContext
  if (context && context !== 'default') {
    const id = createHash('sha256').update(context).digest('hex')
    const host = readJson(join(config, 'contexts', 'meta', id, 'meta.json'))?.Endpoints?.docker?.Host
    return { named: `the Docker context "${context}"`, hosts: host ? [host] : [] }
  }
  if (platform === 'win32') return { hosts: PIPES.map((pipe) => `npipe:////./pipe/${pipe}`) }
  const sockets = platform === 'darwin' ? macSockets(home) : linuxSockets(home, uid, env.XDG_RUNTIME_DIR)
  return { hosts: sockets.map((socket) => `unix://${socket}`) }
}

const PIPES = ['docker_engine', 'dockerDesktopLinuxEngine', 'podman-machine-default']

/** @param {string} home */
function macSockets(home) {
  const own = ['.docker/run', '.orbstack/run', '.colima/default', '.colima', '.rd']
  return ['/var/run/docker.sock', ...own.map((folder) => join(home, folder, 'docker.sock'))]
}

/**
 * @param {string} home
 * @param {number} uid
 * @param {string} [runtime]
 */
function linuxSockets(home, uid, runtime = `/run/user/${uid}`) {
  return [
    '/var/run/docker.sock',
    join(runtime, 'docker.sock'),
    join(home, '.docker/desktop/docker.sock'),
    join(runtime, 'podman/podman.sock'),
    '/run/podman/podman.sock',
    join(home, '.rd/docker.sock'),
  ]
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
