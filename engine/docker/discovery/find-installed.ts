import type { Surroundings } from './surroundings.ts'

type Place = readonly [path: string, name: string]

/** What an installed engine leaves on the disk, whether it runs or not. A GUI app has no shell PATH to look in. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly Place[]>>> = {
  darwin: [
    ['/Applications/Docker.app', 'Docker Desktop'],
    ['/Applications/OrbStack.app', 'OrbStack'],
    ['/Applications/Rancher Desktop.app', 'Rancher Desktop'],
    ['/opt/homebrew/bin/colima', 'Colima'],
    ['/usr/local/bin/colima', 'Colima'],
    ['/opt/podman/bin/podman', 'Podman'],
    ['/opt/homebrew/bin/podman', 'Podman'],
  ],
  win32: [
    ['C:\\Program Files\\Docker\\Docker\\Docker Desktop.exe', 'Docker Desktop'],
    ['C:\\Program Files\\Rancher Desktop\\Rancher Desktop.exe', 'Rancher Desktop'],
    ['C:\\Program Files\\RedHat\\Podman\\podman.exe', 'Podman'],
  ],
  linux: [
    ['/usr/bin/dockerd', 'Docker Engine'],
    ['/usr/sbin/dockerd', 'Docker Engine'],
    ['/usr/local/bin/dockerd', 'Docker Engine'],
    ['/snap/bin/docker', 'Docker Engine'],
    ['/opt/docker-desktop/bin/docker-desktop', 'Docker Desktop'],
    ['/usr/bin/podman', 'Podman'],
  ],
}

/** The name of the first engine that is installed; undefined when none is. */
export async function findInstalled({ platform, exists }: Surroundings): Promise<string | undefined> {
  for (const [path, name] of PLACES[platform] ?? []) if (await exists(path)) return name
  return undefined
}

const SOCKETS: readonly (readonly [path: RegExp, name: string])[] = [
  [/\.colima\//, 'Colima'],
  [/\.orbstack\//, 'OrbStack'],
  [/\.rd\//, 'Rancher Desktop'],
  [/podman/, 'Podman'],
  [/\.docker\/(?:run|desktop)\/|dockerDesktop/, 'Docker Desktop'],
]

/** The product whose socket this is; undefined when the place does not tell. */
export function productAt(host: string): string | undefined {
  return SOCKETS.find(([path]) => path.test(host))?.[1]
}
