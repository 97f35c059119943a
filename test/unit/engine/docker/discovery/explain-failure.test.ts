import { expect, test } from 'vitest'
import { explainFailure } from '../../../../../engine/docker/discovery/explain-failure.ts'
import type { ProbeResult } from '../../../../../engine/docker/discovery/probe.ts'
import type { Surroundings } from '../../../../../engine/docker/discovery/surroundings.ts'
import { emptyMachine } from '../../../../support/surroundings.ts'

const PATHS = ['/a.sock', '/b.sock']

async function explain(results: readonly ProbeResult[], given: Partial<Surroundings> = {}, named = false) {
  const attempts = results.map((result, index) => ({
    source: 'known socket',
    host: `unix://${PATHS[index]}`,
    result,
    detail: '',
  }))
  return (
    await explainFailure({ attempts, named }, await emptyMachine({ home: '/home/me', ...given }))
  ).toData()
}

const installed = (path: string) => async (asked: string) => asked === path

test('nothing there and nothing installed', async () => {
  expect(await explain(['absent', 'absent'])).toEqual({
    code: 'engine-not-installed',
    message: 'No Docker engine was found on this machine.',
    hint: 'Install Docker: "sudo apt-get install docker.io" on Debian and Ubuntu, "sudo dnf install moby-engine" on Fedora.',
    details: ['known socket: unix:///a.sock: absent', 'known socket: unix:///b.sock: absent'],
  })
})

test('a socket that is closed to us counts more than one that is stale', async () => {
  expect(await explain(['refused', 'denied'])).toEqual({
    code: 'engine-permission',
    message: 'You are not allowed to use the Docker engine at unix:///b.sock.',
    hint: 'Add yourself to the group with "sudo usermod -aG docker $USER", then sign out and in again.',
    details: ['known socket: unix:///a.sock: refused', 'known socket: unix:///b.sock: denied'],
  })
})

test.each<[ProbeResult, Partial<Surroundings>, string]>([
  ['refused', {}, 'Start it with "sudo systemctl start docker".'],
  ['timeout', { platform: 'darwin' }, 'Start your Docker engine and wait until it says that it runs.'],
  ['absent', { exists: installed('/usr/bin/dockerd') }, 'Start it with "sudo systemctl start docker".'],
  [
    'absent',
    { exists: installed('/usr/bin/podman') },
    'Start it with "systemctl --user start podman.socket".',
  ],
  [
    'absent',
    { platform: 'darwin', exists: installed('/Applications/OrbStack.app') },
    'Start OrbStack and wait until it says that it runs.',
  ],
  [
    'refused',
    { platform: 'darwin', exists: installed('/opt/homebrew/bin/colima') },
    'Start it with "colima start".',
  ],
  [
    'absent',
    { platform: 'win32', exists: installed('C:\\Program Files\\Docker\\Docker\\Docker Desktop.exe') },
    'Start Docker Desktop and wait until it says that it runs.',
  ],
])('an engine that is there but %s is stopped: %j', async (result, given, hint) => {
  expect(await explain([result], given)).toMatchObject({ code: 'engine-stopped', hint })
})

test.each([
  ['unix:///home/me/.colima/default/docker.sock', 'Start it with "colima start".'],
  [
    'unix:///home/me/.docker/desktop/docker.sock',
    'Start Docker Desktop and wait until it says that it runs.',
  ],
  ['ssh://me@box', 'Check that the other machine runs Docker and can be reached.'],
])('the hint for %s fits the product, whatever else is installed', async (host, hint) => {
  const attempts = [{ source: 'context x', host, result: 'refused' as const, detail: '' }]
  const machine = await emptyMachine({ home: '/home/me', exists: installed('/usr/bin/dockerd') })
  expect((await explainFailure({ attempts, named: true }, machine)).hint).toBe(
    `${hint} Or name another engine: "docker context use NAME", or unset DOCKER_HOST.`,
  )
})
