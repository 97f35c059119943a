import { expect, test } from 'vitest'
import { knownSockets } from '../../../../../engine/docker/discovery/known-sockets.ts'
import type { Surroundings } from '../../../../../engine/docker/discovery/surroundings.ts'
import { emptyMachine } from '../../../../support/surroundings.ts'

async function hosts(given: Partial<Surroundings>): Promise<string[]> {
  const finding = await knownSockets(await emptyMachine({ home: '/home/me', ...given }))
  return (finding?.candidates ?? []).map(({ endpoint }) => endpoint.host)
}

test('on Linux the system engine comes before rootless, Docker Desktop, Podman and Rancher Desktop', async () => {
  expect(await hosts({ environment: { XDG_RUNTIME_DIR: '/run/user/1000' } })).toEqual([
    'unix:///var/run/docker.sock',
    'unix:///run/user/1000/docker.sock',
    'unix:///home/me/.docker/desktop/docker.sock',
    'unix:///run/user/1000/podman/podman.sock',
    'unix:///run/podman/podman.sock',
    'unix:///home/me/.rd/docker.sock',
  ])
})

test('a Linux app without a session still looks in the user folder of /run', async () => {
  expect(await hosts({})).toContain('unix:///run/user/1000/docker.sock')
})

test('on macOS every product has its place', async () => {
  expect(await hosts({ platform: 'darwin', environment: { TMPDIR: '/var/folders/x/' } })).toEqual([
    'unix:///var/run/docker.sock',
    'unix:///home/me/.docker/run/docker.sock',
    'unix:///home/me/.orbstack/run/docker.sock',
    'unix:///home/me/.colima/default/docker.sock',
    'unix:///home/me/.colima/docker.sock',
    'unix:///home/me/.rd/docker.sock',
    'unix:///var/folders/x/podman/podman-machine-default-api.sock',
    'unix:///home/me/.local/share/containers/podman/machine/podman.sock',
  ])
})

test('on Windows they are pipes', async () => {
  expect(await hosts({ platform: 'win32' })).toEqual([
    'npipe:////./pipe/docker_engine',
    'npipe:////./pipe/dockerDesktopLinuxEngine',
    'npipe:////./pipe/podman-machine-default',
  ])
})
