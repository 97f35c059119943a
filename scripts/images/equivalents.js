import { spawn } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openRequest, readProgress, request } from '../docker/request.js'
import { debianMirror, installPackages, isOnPath } from '../setup/machine.js'
import { run } from '../setup/run.js'
import { parseStatus } from './packages.js'
import { packRootfs } from './rootfs.js'

const SUITE = 'forky'
const SCRIPT = '/usr/share/debootstrap/scripts/sid'

/**
 * Builds images from Debian packages, under the names of the official ones.
 * @param {import('../docker/request.js').Engine} engine
 * @param {import('./recipes.js').Recipe[]} recipes
 * @throws {Error} when Debian cannot be reached or its versions have moved on
 */
export async function buildEquivalents(engine, recipes) {
  if (!isOnPath('debootstrap')) await installPackages('debootstrap', 'debian-archive-keyring')
  // Not in /tmp: it may be in memory, and the tree takes 700 MB.
  const scratch = await mkdtemp('/var/tmp/shoal-images-')
  const tree = join(scratch, 'tree')
  try {
    await makeTree(tree, recipes)
    await Promise.all(recipes.map((recipe) => buildImage(engine, tree, scratch, recipe)))
  } finally {
    // One file system: an interrupted debootstrap may have left the machine's /proc mounted inside.
    await run('rm', ['--recursive', '--force', '--one-file-system', scratch])
  }
}

/**
 * One tree with the packages of all recipes: most of the time goes into the packages that they share.
 * @param {string} tree
 * @param {import('./recipes.js').Recipe[]} recipes
 */
async function makeTree(tree, recipes) {
  const packages = [...new Set(recipes.flatMap((recipe) => recipe.packages))]
  const args = ['--variant=minbase', `--include=${packages}`, SUITE, tree, await debianMirror(), SCRIPT]
  await run('debootstrap', args)
  const installed = parseStatus(await readFile(join(tree, 'var/lib/dpkg/status'), 'utf8'))
  for (const { image, version } of recipes) {
    const found = installed.find((pkg) => pkg.name === version[0])?.version.replace(/^\d+:/, '')
    if (!found || !version[1].test(found)) {
      throw new Error(`Debian ${SUITE} has ${version[0]} ${found}, which cannot stand in for ${image}`)
    }
  }
  await run('chroot', [tree, 'useradd', '--uid', '1000', '--create-home', '--shell', '/bin/bash', 'node'])
}

/**
 * @param {import('../docker/request.js').Engine} engine
 * @param {string} tree
 * @param {string} scratch
 * @param {import('./recipes.js').Recipe} recipe
 */
async function buildImage(engine, tree, scratch, recipe) {
  const base = `shoal-rootfs-${recipe.folder}`
  const rootfs = await packRootfs(tree, scratch, recipe)
  await post(engine, `/images/create?fromSrc=-&repo=${base}&tag=latest`, rootfs)
  // An import cannot set a stop signal, a Dockerfile can; and it reads as what the image is.
  const folder = fileURLToPath(new URL(recipe.folder, import.meta.url))
  const context = spawn('tar', ['--create', '--directory', folder, '.'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await post(engine, `/build?t=${recipe.image}&forcerm=1`, context.stdout)
  await request(engine, 'DELETE', `/images/${base}:latest`)
}

/**
 * @param {import('../docker/request.js').Engine} engine
 * @param {string} path
 * @param {import('node:stream').Readable} body
 */
async function post(engine, path, body) {
  for await (const _ of readProgress(await openRequest(engine, 'POST', path, { body })));
}
