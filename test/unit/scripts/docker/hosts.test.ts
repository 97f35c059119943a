import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { candidateHosts } from '../../../../scripts/docker/hosts.js'

const nowhere = { env: {}, home: '/nowhere', uid: 1000 }

test('DOCKER_HOST is the only candidate', () => {
  const env = { DOCKER_HOST: 'tcp://127.0.0.1:2375', DOCKER_CONTEXT: 'other' }
  expect(candidateHosts({ ...nowhere, env })).toEqual({
    named: 'DOCKER_HOST',
    hosts: ['tcp://127.0.0.1:2375'],
  })
})

test('the current context is the only candidate, unless it is the default one', async () => {
  const config = await mkdtemp(join(tmpdir(), 'shoal-hosts-'))
  const meta = join(config, 'contexts', 'meta', createHash('sha256').update('colima').digest('hex'))
  await mkdir(meta, { recursive: true })
  await writeFile(join(meta, 'meta.json'), '{"Endpoints":{"docker":{"Host":"unix:///colima.sock"}}}')
  await writeFile(join(config, 'config.json'), '{"currentContext":"colima"}')
  const at = (env: object) =>
    candidateHosts({ ...nowhere, platform: 'linux', env: { DOCKER_CONFIG: config, ...env } })
  expect(at({})).toEqual({ named: 'the Docker context "colima"', hosts: ['unix:///colima.sock'] })
  expect(at({ DOCKER_CONTEXT: 'gone' })).toEqual({ named: 'the Docker context "gone"', hosts: [] })
  expect(at({ DOCKER_CONTEXT: 'default' }).named).toBeUndefined()
  await rm(config, { recursive: true })
})

test('without a choice the known sockets of the platform are candidates', () => {
  expect(candidateHosts({ ...nowhere, platform: 'linux' }).hosts).toEqual([
    'unix:///var/run/docker.sock',
    'unix:///run/user/1000/docker.sock',
    'unix:///nowhere/.docker/desktop/docker.sock',
    'unix:///run/user/1000/podman/podman.sock',
    'unix:///run/podman/podman.sock',
    'unix:///nowhere/.rd/docker.sock',
  ])
  expect(candidateHosts({ ...nowhere, platform: 'win32' }).hosts[0]).toBe('npipe:////./pipe/docker_engine')
  expect(candidateHosts({ ...nowhere, platform: 'darwin' }).hosts).toContain(
    'unix:///nowhere/.orbstack/run/docker.sock',
  )
})
