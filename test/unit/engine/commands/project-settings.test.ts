import { expect, test } from 'vitest'
import { readProjectSettings } from '../../../../engine/commands/project-settings.ts'
import { fakeHost } from '../../../support/fake-host.ts'
import { projectFolder } from '../../../support/project-folder.ts'

const settingsOf = (directory: string) => readProjectSettings(fakeHost(), { directory })
const COMPOSE = 'services: {caddy: {image: c}, app: {image: a}}\n'

test('each setting comes with the place where it stands', async () => {
  const directory = await projectFolder({
    'compose.yaml': `${COMPOSE}x-shoal:\n  drain: 5s\n`,
    'compose.override.yaml': 'x-shoal:\n  # Slow.\n  ready: 2m\n',
    Caddyfile: ':80 {\n reverse_proxy shop-app-1:80 shop-app-2:80 {\n  health_uri /\n }\n}\n',
  })
  expect(await settingsOf(directory)).toEqual({
    maxScale: { value: 2, source: 'Caddyfile, line 2' },
    healthInterval: { value: 30_000, source: 'default' },
    drainDeadline: { value: 5_000, source: 'compose.yaml, line 3' },
    readyDeadline: { value: 120_000, source: 'compose.override.yaml, line 3' },
  })
})

test('what is written in another way than Shoal edits says so', async () => {
  const shoal = `x-shoal:\n  drain: &d 5s\n  ready: \${READY:-7s}\n`
  const directory = await projectFolder({ 'compose.yaml': `${COMPOSE}${shoal}` })
  const { drainDeadline, readyDeadline } = await settingsOf(directory)
  expect({ drainDeadline, readyDeadline }).toEqual({
    drainDeadline: { value: 5_000, source: 'compose.yaml, line 3' },
    readyDeadline: {
      value: null,
      source: 'compose.yaml, line 4: x-shoal.ready is not written as a duration of its own',
    },
  })
})

test('without a word on it the defaults count', async () => {
  const directory = await projectFolder({ 'compose.yaml': COMPOSE, Caddyfile: '' })
  const none = { value: null, source: 'Caddyfile: no reverse_proxy names shop-app-1, shop-app-2 and so on' }
  expect(await settingsOf(directory)).toEqual({
    maxScale: none,
    healthInterval: none,
    drainDeadline: { value: 30_000, source: 'default' },
    readyDeadline: { value: 60_000, source: 'default' },
  })
})
