import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildDesktop } from '../../scripts/build-desktop.js'
import { buildRenderer } from '../../scripts/build-renderer.js'
import { packDesktop } from '../../scripts/desktop/pack.js'
import { root } from '../../scripts/setup/paths.js'
import { ensureSampleApp } from '../../scripts/setup/sample-app.js'
import { stubElectron } from '../support/electron/stub-distribution.ts'

/** Nothing listens there: a download would fail the test. */
const NOWHERE = 'http://127.0.0.1:9/'

/** A fuse that is on. */
const ON = '1'.charCodeAt(0)

const output = join(root, 'dist', 'pack-test')
const unpacked = join(output, 'linux-unpacked')
const archive = join(unpacked, 'resources', 'app.asar')
const stack = join(unpacked, 'resources', 'stack')

beforeAll(async () => {
  await ensureSampleApp(() => {})
  await buildRenderer()
  await buildDesktop()
  await rm(output, { recursive: true, force: true })
  await mkdir(output, { recursive: true })
  const forget = await leaveSecretsAbout()
  vi.stubEnv('ELECTRON_MIRROR', NOWHERE)
  vi.stubEnv('ELECTRON_BUILDER_BINARIES_MIRROR', NOWHERE)
  try {
    const electronDist = await stubElectron(join(output, 'electron'))
    await packDesktop({ installers: false, config: { electronDist, directories: { output } } })
  } finally {
    await forget()
  }
})

afterAll(() => rm(output, { recursive: true, force: true }))

/** Puts a `.env` where a developer may have one. Returns how to take it away, which leaves a developer's own. */
async function leaveSecretsAbout(): Promise<() => Promise<void>> {
  const file = join(root, 'stack', '.env')
  if (existsSync(file)) return async () => {}
  await writeFile(file, 'AUTH_SECRET=hunter2\n')
  return () => rm(file)
}

/** The archive's files, and a folder instead of those whose names the bundler makes up. */
function packed(): string[] {
  const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/').slice(1))
  const folders = new Set(files.map((file) => file.slice(0, file.lastIndexOf('/'))))
  const names = files
    .filter((file) => !folders.has(file))
    .map((file) => file.replace(/^(dist\/renderer\/assets|out\/main\/chunks|resources\/tray)\/.*/, '$1'))
  return [...new Set(names)].sort()
}

test('The archive holds main, the engine, the preload script, the page and the icons, and nothing else', async () => {
  const page = (await readdir(join(root, 'dist', 'renderer'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.parentPath === join(root, 'dist', 'renderer'))
    .map(({ name }) => `dist/renderer/${name}`)
  expect(packed()).toEqual(
    [
      ...page,
      'dist/renderer/assets',
      'out/main/chunks',
      'out/main/engine.js',
      'out/main/index.js',
      'out/preload/index.cjs',
      'package.json',
      'resources/icons/512x512.png',
      'resources/tray',
    ].sort(),
  )
  expect(JSON.parse(extractFile(archive, 'package.json').toString())).toMatchObject({
    name: 'shoal',
    main: 'out/main/index.js',
    type: 'module',
  })
})

test('What is bundled imports nothing but Electron and Node', () => {
  const files = listPackage(archive, { isPack: false }).filter((file) => /^.out.*js$/.test(file))
  const imports = files.flatMap((file) => {
    const text = extractFile(archive, file.slice(1)).toString()
    return [...text.matchAll(/^import .*?["']([^"']+)["'];?$/gm)].map(([, name]) => name ?? '')
  })
  const foreign = imports.filter((name) => !/^(electron$|node:|\.\.?\/)/.test(name))
  const { builtinModules } = process.getBuiltinModule('node:module')
  expect(foreign.filter((name) => !builtinModules.includes(name))).toEqual([])
})

test('No path of the machine that packed is in the archive', () => {
  const files = listPackage(archive, { isPack: false }).filter((file) => /\.(c?js|html|css|json)$/.test(file))
  const telling = files.filter((file) =>
    extractFile(archive, file.slice(1)).includes(root.replace(/\/$/, '')),
  )
  expect(telling).toEqual([])
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
})

test('The bundled project is plain files, with the sample app built and without what belongs to a developer', async () => {
  expect((await readdir(stack)).sort()).toEqual(['.env.example', 'Caddyfile', 'app', 'compose.yaml'])
  const app = await readdir(join(stack, 'app'))
  expect(app).toEqual(
    expect.arrayContaining(['.dockerignore', 'Dockerfile', 'build', 'package-lock.json', 'server']),
  )
  expect(app).not.toEqual(expect.arrayContaining(['node_modules']))
  expect(app).not.toEqual(expect.arrayContaining(['.next']))
  // The image is made of this folder, so it must be whole, its own packages included.
  const files = async (folder: string) =>
    (await readdir(join(folder, 'app', 'build'), { recursive: true }))
      .filter((file) => !file.endsWith('.map'))
      .sort()
  expect(await files(stack)).toEqual(await files(join(root, 'stack')))
})

test('Electron keeps one language, its licences and none of its back doors', async () => {
  expect(await readdir(join(unpacked, 'locales'))).toEqual(['en-US.pak'])
  expect(await readFile(join(unpacked, 'LICENSES.chromium.html'), 'utf8')).not.toBe('')
  const wire = await getCurrentFuseWire(join(unpacked, 'shoal-desktop'))
  const on = (fuse: FuseV1Options) => wire[fuse] === ON
  expect({
    runAsNode: on(FuseV1Options.RunAsNode),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    asarOnly: on(FuseV1Options.OnlyLoadAppFromAsar),
    asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    fileProtocol: false,
    asarOnly: true,
    asarIntegrity: true,
    cookieEncryption: true,
  })
})
