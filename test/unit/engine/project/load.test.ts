import { describe, expect, test } from 'vitest'
import { ShoalError } from '../../../../contract/errors.ts'
import { type LoadOptions, loadProject } from '../../../../engine/project/load.ts'
import { withProjectFolder } from '../../../support/compose/cases.ts'

type Files = Readonly<Record<string, string>>

/** The error of a folder as data, its path shown as DIR. */
function errorOf(files: Files, options: LoadOptions = { environment: {} }): Promise<unknown> {
  return withProjectFolder(files, async (directory) => {
    try {
      return await loadProject(directory, options)
    } catch (error) {
      if (!(error instanceof ShoalError)) throw error
      return JSON.parse(JSON.stringify(error.toData()).replaceAll(directory, 'DIR'))
    }
  })
}

const app = (lines: string) => ({ 'compose.yaml': `services:\n  app:\n    image: x\n${lines}` })

describe('what Shoal can not run is an error with file, line and key:', () => {
  const keys: Record<string, [string, string]> = {
    privileged: ['    privileged: true\n', 'line 4: services.app.privileged'],
    cap_add: ['    cap_add: [NET_ADMIN]\n', 'line 4: services.app.cap_add'],
    extends: ['    init: true\n    extends: {service: b}\n', 'line 5: services.app.extends'],
    'a key of a long port': [
      '    ports:\n      - target: 80\n        name: web\n',
      'line 6: services.app.ports[0].name',
    ],
    'top-level secrets': ['secrets: {s: {file: x}}\n', 'line 4: secrets'],
    'top-level include': ['include: [other.yaml]\n', 'line 4: include'],
    'driver options of a volume': [
      'volumes:\n  d:\n    driver_opts: {a: b}\n',
      'line 6: volumes.d.driver_opts',
    ],
  }
  for (const [name, [lines, where]] of Object.entries(keys)) {
    test(name, async () => {
      expect(await errorOf(app(lines))).toEqual({
        code: 'project-invalid',
        message: `compose.yaml ${where} is not something Shoal can run; nothing was changed.`,
        hint: 'Remove it, or run this project with "docker compose" itself.',
      })
    })
  }
})

test('all problems are found at once: the first is the message, the others are details', async () => {
  const files = app(
    '    ports: ["x:80"]\n    user: 1000\n    restart: maybe\n    depends_on: [db]\n    tty: true\n',
  )
  expect(await errorOf(files)).toEqual({
    code: 'project-invalid',
    message: 'compose.yaml line 8: services.app.tty is not something Shoal can run; nothing was changed.',
    hint: 'Remove it, or run this project with "docker compose" itself.',
    details: [
      'compose.yaml line 4: services.app.ports[0] must have ports between 0 and 65535',
      'compose.yaml line 6: services.app.restart must be no, always, unless-stopped, on-failure or on-failure:N',
      'compose.yaml line 5: services.app.user must be text, not a number',
      'compose.yaml line 7: services.app.depends_on names the service db, which does not exist or is in no active profile',
    ],
  })
})

test('a problem in an override file names that file', async () => {
  const files = { ...app(''), 'compose.override.yaml': 'services:\n  app:\n    init: perhaps\n' }
  expect(await errorOf(files)).toMatchObject({
    message: 'compose.override.yaml line 3: services.app.init must be true or false; nothing was changed.',
  })
})

test('malformed YAML names its line', async () => {
  expect(await errorOf(app('   - odd\n'))).toMatchObject({
    code: 'project-invalid',
    message: expect.stringMatching(/^compose\.yaml line 4: not valid YAML: .*; nothing was changed\.$/),
  })
})

test('a circle of dependencies names the circle', async () => {
  const text = 'services:\n  a: {image: x, depends_on: [b]}\n  b: {image: x, depends_on: [a]}\n'
  expect(await errorOf({ 'compose.yaml': text })).toMatchObject({
    message: 'compose.yaml line 2: services.a waits for itself: a -> b -> a; nothing was changed.',
  })
})

test('a malformed .env names its line, and no value', async () => {
  expect(await errorOf({ ...app(''), '.env': '\uFEFFA=1\r\nPASSWORD="hunter2\r\n' })).toEqual({
    code: 'env-invalid',
    message: '.env line 2 can not be read: a quoted value is not closed; the file was left as it is.',
    hint: 'Correct line 2 of .env; put a value with spaces, # or $ in single quotes.',
  })
})

test('a .env that is not text is refused', () =>
  withProjectFolder(app(''), async (directory) => {
    const { writeFile } = await import('node:fs/promises')
    await writeFile(`${directory}/.env`, Buffer.from([0x41, 0x3d, 0x0a, 0xff, 0x00]))
    await expect(loadProject(directory, { environment: {} })).rejects.toMatchObject({
      code: 'env-invalid',
      message: '.env line 2 can not be read: the file is not UTF-8 text; the file was left as it is.',
    })
  }))

test('a folder without a compose file is an error of its own', async () => {
  expect(await errorOf({ 'README.md': '' })).toEqual({
    code: 'project-not-found',
    message: 'DIR holds no compose file; nothing was changed.',
    hint: 'Choose a folder with a compose.yaml, or make one with "shoal init DIR".',
  })
})

test('a variable that would send Compose to other files is refused', async () => {
  expect(await errorOf(app(''), { environment: { COMPOSE_ENV_FILES: 'a.env' } })).toMatchObject({
    message: 'COMPOSE_ENV_FILES is set, which Shoal does not follow; nothing was changed.',
  })
})

test('an alias that holds itself, or too much, is refused', async () => {
  expect(await errorOf({ 'compose.yaml': 'services: &s\n  app: *s\n' })).toMatchObject({
    code: 'project-invalid',
  })
  const lines = Array.from({ length: 9 }, (_, i) => `x-${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}*a${i}]`)
  const bomb = ['x-0: &a0 [x]', ...lines, 'services: {app: {image: x}}'].join('\n')
  expect(await errorOf({ 'compose.yaml': bomb })).toMatchObject({ code: 'project-invalid' })
})

test('what is odd but not wrong is a warning, once', () =>
  withProjectFolder(
    { ...app('    environment: ["A=$NOPE", "B=$NOPE"]\n'), 'docker-compose.yml': '' },
    async (directory) => {
      const { warnings } = await loadProject(directory, { environment: {} })
      expect(warnings).toEqual([
        'Found compose.yaml and docker-compose.yml; using compose.yaml.',
        'The variable NOPE is not set; it counts as empty.',
      ])
    },
  ))

test('profiles that are asked for win over COMPOSE_PROFILES', () =>
  withProjectFolder(
    { 'compose.yaml': 'services:\n  a: {image: x, profiles: [p]}\n  b: {image: x, profiles: [q]}\n' },
    async (directory) => {
      const { services } = await loadProject(directory, {
        environment: { COMPOSE_PROFILES: 'p' },
        profiles: ['q'],
      })
      expect(Object.keys(services)).toEqual(['b'])
    },
  ))

test('the files an inactive service names may be absent', () =>
  withProjectFolder(
    { 'compose.yaml': 'services:\n  a: {image: x}\n  b: {profiles: [p], env_file: none.env}\n' },
    async (directory) => {
      expect(Object.keys((await loadProject(directory, { environment: {} })).services)).toEqual(['a'])
    },
  ))
