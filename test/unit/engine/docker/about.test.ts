import { expect, test } from 'vitest'
import { aboutEngine } from '../../../../engine/docker/about.ts'

const version = { Version: '28.3.0', ApiVersion: '1.51' }
const info = { OperatingSystem: 'Debian GNU/Linux 12', Name: 'laptop', NCPU: 4, MemTotal: 8_000 }

test('an engine is described for people', () => {
  const rootless = { ...info, SecurityOptions: ['name=seccomp,profile=builtin', 'name=rootless'] }
  expect(aboutEngine({ version, info: rootless }, 'unix:///run/docker.sock', '1.51')).toEqual({
    name: 'Docker Engine',
    version: '28.3.0',
    apiVersion: '1.51',
    host: 'unix:///run/docker.sock',
    rootless: true,
    cpus: 4,
    memory: 8_000,
  })
})

test.each([
  ['Docker Desktop', { OperatingSystem: 'Docker Desktop' }, {}],
  ['OrbStack', { OperatingSystem: 'OrbStack' }, {}],
  ['Rancher Desktop', { OperatingSystem: 'Rancher Desktop WSL Distribution' }, {}],
  ['Rancher Desktop', { Name: 'lima-rancher-desktop' }, {}],
  ['Colima', { Name: 'colima' }, {}],
  ['Colima', { Name: 'colima-work' }, {}],
  ['Lima', { Name: 'lima-docker' }, {}],
  ['Podman', {}, { Components: [{ Name: 'Podman Engine' }, { Name: 'Conmon' }] }],
  ['Docker Engine', {}, { Components: null }],
])('%s is known by its answers', (name, infoPart, versionPart) => {
  const answers = { version: { ...version, ...versionPart }, info: { ...info, ...infoPart } }
  expect(aboutEngine(answers, 'x', '1.51').name).toBe(name)
})
