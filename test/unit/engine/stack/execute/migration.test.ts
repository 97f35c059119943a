import { expect, test } from 'vitest'
import { withMigration } from '../../../../../engine/stack/execute/migration.ts'
import { containerSpec } from '../../../../../engine/stack/want/spec.ts'
import { fakeProject } from '../../../../support/fake-stack.ts'

const about = (kernel?: string) => ({
  name: 'Docker Engine',
  version: '28.5',
  apiVersion: '1.51',
  host: 'unix:///var/run/docker.sock',
  rootless: false,
  cpus: 2,
  memory: 1,
  ...(kernel ? { kernel } : {}),
})
const project = fakeProject()
const caddy = project.services.caddy
if (!caddy) throw new Error('the project has no caddy')
const spec = containerSpec(project, caddy, 1, '')

test.each([
  ['6.8.0-45-generic', true],
  ['5.14.0-503.el9', true],
  ['5.10.0-32-amd64', false],
  ['4.18.0', false],
  [undefined, false],
])('of a kernel %s: waiting connections are handed on: %s', (kernel, on) => {
  expect(withMigration(spec, about(kernel)).sysctls).toEqual(
    on ? { 'net.ipv4.tcp_migrate_req': '1' } : undefined,
  )
})

test('a container in the network of its host is left alone', () => {
  expect(withMigration({ ...spec, networks: { host: [] } }, about('6.8.0')).sysctls).toBeUndefined()
})
