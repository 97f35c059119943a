import type { Surroundings } from './surroundings.ts'

/** What to do when no engine is installed. */
export function installHint(platform: NodeJS.Platform): string {
  if (platform === 'darwin')
    return 'Install Docker Desktop (docker.com), OrbStack (orbstack.dev) or Colima ("brew install colima docker"), then start it.'
  if (platform === 'win32')
    return 'Install Docker Desktop ("winget install Docker.DockerDesktop"), then start it.'
  return 'Install Docker: "sudo apt-get install docker.io" on Debian and Ubuntu, "sudo dnf install moby-engine" on Fedora.'
}

/** What to do when the engine at `host` does not run. `installed` is the product that is or seems to be there. */
export function startHint(platform: NodeJS.Platform, host: string, installed: string | undefined): string {
  if (/^(?:tcp|https?|ssh):/.test(host)) return 'Check that the other machine runs Docker and can be reached.'
  if (installed === 'Colima') return 'Start it with "colima start".'
  if (installed === 'Podman')
    return platform === 'linux'
      ? 'Start it with "systemctl --user start podman.socket".'
      : 'Start it with "podman machine start".'
  if (installed !== undefined && installed !== 'Docker Engine')
    return `Start ${installed} and wait until it says that it runs.`
  if (platform === 'linux') return 'Start it with "sudo systemctl start docker".'
  return 'Start your Docker engine and wait until it says that it runs.'
}

/** What to do when the socket is there but closed to this user. */
export function permissionHint({ platform }: Surroundings): string {
  if (platform === 'win32') return 'Add your user to the group "docker-users", then sign out and in again.'
  if (platform === 'darwin')
    return "In Docker Desktop's settings, under Advanced, allow the default Docker socket, or sign in as the user who started it."
  return 'Add yourself to the group with "sudo usermod -aG docker $USER", then sign out and in again.'
}
