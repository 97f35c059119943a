import { expect, test } from 'vitest'
import { listEnvKeys } from '../../../../engine/commands/env-keys.ts'
import { fakeHost } from '../../../support/fake-host.ts'
import { projectFolder } from '../../../support/project-folder.ts'

const keysOf = async (directory: string) => (await listEnvKeys(fakeHost(), { directory })).keys

test('the bundled project: its example first, then its compose file, then what frameworks know', async () => {
  const keys = await keysOf(await projectFolder())
  expect(keys.slice(0, 10).map(({ key, source }) => `${key} ${source}`)).toEqual([
    'BASE_URL example',
    'NEXT_PUBLIC_BASE_URL example',
    'BETTER_AUTH_URL example',
    'DATABASE_URL example',
    'DATABASE_POOL_MAX example',
    'PORT example',
    'POSTGRES_USER compose',
    'POSTGRES_PASSWORD compose',
    'POSTGRES_DB compose',
    'BETTER_AUTH_SECRET known',
  ])
  expect(keys.filter(({ about }) => !/^[A-Z].*\.$/.test(about))).toEqual([])
  expect(keys.map(({ key }) => key)).toEqual([...new Set(keys.map(({ key }) => key))])
})

test('each key comes once, explained by the project first', async () => {
  const directory = await projectFolder({
    '.env.example': '# Ours.\nPORT=1\nDATABASE_URL=\n',
    'compose.yaml': `services: {caddy: {image: c, environment: {OWN: x}}, app: {image: "a:\${TAG:-v1}"}}\n`,
    Caddyfile: '{$OWN} {$DOMAIN:localhost} {$TAG}\n',
  })
  const keys = await keysOf(directory)
  expect(keys.filter(({ source }) => source !== 'known')).toEqual([
    { key: 'PORT', about: 'Ours.', example: '1', source: 'example' },
    {
      key: 'DATABASE_URL',
      about: "The database, as the instances see it: its host is the service's name.",
      example: 'postgres://user:password@postgres:5432/database',
      source: 'example',
    },
    { key: 'TAG', about: 'Used in compose.yaml: services.app.image.', example: 'v1', source: 'compose' },
    { key: 'DOMAIN', about: 'Used in the Caddyfile, line 1.', example: 'localhost', source: 'caddyfile' },
  ])
})

test('a project that can not be read still has what can be', async () => {
  const directory = await projectFolder({ 'compose.yaml': ': {', '.env.example': Buffer.from([0xff]) })
  expect((await keysOf(directory)).map(({ source }) => source)).toContain('known')
})
