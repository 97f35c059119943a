import type { Strategy } from './candidate.ts'
import { parseHost } from './endpoint.ts'
import type { Surroundings } from './surroundings.ts'

/** The places where engines put their sockets, in the order of preference. */
export const knownSockets: Strategy = async (surroundings) => {
  const paths = [...new Set(socketPaths(surroundings))]
  const scheme = surroundings.platform === 'win32' ? 'npipe' : 'unix'
  const source = 'known socket'
  return {
    named: false,
    candidates: paths.map((path) => ({ source, endpoint: parseHost(`${scheme}://${path}`, source) })),
  }
}

function socketPaths(surroundings: Surroundings): string[] {
  if (surroundings.platform === 'win32') return WINDOWS
  return surroundings.platform === 'darwin' ? macPaths(surroundings) : linuxPaths(surroundings)
}

const WINDOWS = ['docker_engine', 'dockerDesktopLinuxEngine', 'podman-machine-default'].map(
  (name) => `//./pipe/${name}`,
)

/** The machine's own Podman socket lives below $TMPDIR, which macOS makes for each user. */
function macPaths({ home, environment }: Surroundings): string[] {
  const temporary = environment.TMPDIR?.replace(/\/$/, '')
  return [
    '/var/run/docker.sock',
    `${home}/.docker/run/docker.sock`,
    `${home}/.orbstack/run/docker.sock`,
    `${home}/.colima/default/docker.sock`,
    `${home}/.colima/docker.sock`,
    `${home}/.rd/docker.sock`,
    ...(temporary === undefined ? [] : [`${temporary}/podman/podman-machine-default-api.sock`]),
    `${home}/.local/share/containers/podman/machine/podman.sock`,
  ]
}

function linuxPaths({ home, environment, uid }: Surroundings): string[] {
  const runtime = environment.XDG_RUNTIME_DIR
  const inRuntime = (name: string) => (runtime === undefined || runtime === '' ? [] : [`${runtime}/${name}`])
  return [
    '/var/run/docker.sock',
    ...inRuntime('docker.sock'),
    ...(uid === undefined ? [] : [`/run/user/${uid}/docker.sock`]),
    `${home}/.docker/desktop/docker.sock`,
    ...inRuntime('podman/podman.sock'),
    '/run/podman/podman.sock',
    `${home}/.rd/docker.sock`,
  ]
}
