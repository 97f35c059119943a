import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { closure, parseStatus } from './packages.js'
import { unwanted, unwantedPaths } from './recipes.js'

const STATUS = 'var/lib/dpkg/status'

/**
 * The files of one image out of a Debian tree that holds the packages of several, as a tar stream.
 * @param {string} tree
 * @param {string} scratch a folder of ours for the files that differ from the tree's
 * @param {import('./recipes.js').Recipe} recipe
 * @returns {Promise<import('node:stream').Readable>}
 */
export async function packRootfs(tree, scratch, recipe) {
  const installed = parseStatus(await readFile(join(tree, STATUS), 'utf8'))
  const kept = closure(installed, recipe.packages, unwanted)
  const overlay = join(scratch, recipe.folder)
  await writeInto(overlay, STATUS, keptStatus(installed, kept))
  for (const [path, target] of Object.entries(recipe.links)) {
    await mkdir(dirname(join(overlay, path)), { recursive: true })
    await symlink(target, join(overlay, path))
  }
  const excluded = `${overlay}.excluded`
  await writeFile(excluded, (await foreignFiles(tree, kept)).join('\n'))
  const wildcards = [...unwantedPaths, `./${STATUS}`].map((path) => `--exclude=${path}`)
  const args = ['--create', '--numeric-owner', '--anchored', '--wildcards', ...wildcards]
  args.push('--no-wildcards', `--exclude-from=${excluded}`, '--directory', tree, '.')
  // The engine refuses a path that comes twice. Excluded are names with `./`, so these without it are still taken.
  args.push('--directory', overlay, STATUS, ...Object.keys(recipe.links))
  return spawn('tar', args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout
}

/**
 * @param {import('./packages.js').Package[]} installed
 * @param {Set<string>} kept
 */
function keptStatus(installed, kept) {
  return installed
    .filter((pkg) => kept.has(pkg.name))
    .map((pkg) => `${pkg.text.trim()}\n\n`)
    .join('')
}

/**
 * The files that belong to packages which are not kept, and to none that is.
 * @param {string} tree
 * @param {Set<string>} kept
 */
async function foreignFiles(tree, kept) {
  const info = join(tree, 'var/lib/dpkg/info')
  const mine = new Set()
  const foreign = new Set()
  for (const file of await readdir(info)) {
    const isKept = kept.has(file.replace(/(:[^.]*)?\.[^.]*$/, ''))
    if (!isKept && file !== 'format') foreign.add(`./var/lib/dpkg/info/${file}`)
    if (!file.endsWith('.list')) continue
    const paths = (await readFile(join(info, file), 'utf8')).split('\n').filter(Boolean)
    for (const path of paths) (isKept ? mine : foreign).add(`.${inUsr(path)}`)
  }
  return [...foreign].filter((path) => !mine.has(path))
}

/**
 * The place of a file in a tree where /bin, /lib and /sbin are links into /usr.
 * @param {string} path
 */
function inUsr(path) {
  return path.replace(/^\/(bin|sbin|lib|lib64)(?=\/)/, '/usr/$1')
}

/**
 * @param {string} folder
 * @param {string} path
 * @param {string} text
 */
async function writeInto(folder, path, text) {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}
