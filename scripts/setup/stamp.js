import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const GENERATED = new Set(['node_modules', '.next', 'build', 'dist', 'next-env.d.ts'])

/**
 * Makes something from sources unless it was made from just these before.
 * @param {object} made
 * @param {string[]} made.sources files and folders; what tools generate in them does not count
 * @param {string} made.output the file or folder that is made
 * @param {string} made.stamp a file of ours that remembers the sources
 * @param {() => Promise<unknown>} make
 * @returns {Promise<boolean>} whether it had to be made
 */
export async function makeUnlessCurrent({ sources, output, stamp }, make) {
  const hash = await contentHash(sources)
  const remembered = await readFile(stamp, 'utf8').catch(() => '')
  if (remembered === hash && existsSync(output)) return false
  await make()
  await mkdir(dirname(stamp), { recursive: true })
  await writeFile(stamp, hash)
  return true
}

/**
 * One hash over the names and contents of all files.
 * @param {string[]} sources
 * @returns {Promise<string>}
 */
export async function contentHash(sources) {
  const files = (await Promise.all(sources.map(filesIn))).flat().sort()
  const contents = await Promise.all(files.map((file) => readFile(file)))
  const hash = createHash('sha256')
  files.forEach((file, index) => {
    hash.update(`${file}\0${contents[index]?.length}\0`).update(contents[index] ?? '')
  })
  return hash.digest('hex')
}

/**
 * @param {string} source
 * @returns {Promise<string[]>}
 */
async function filesIn(source) {
  if (GENERATED.has(basename(source)) || source.endsWith('.tsbuildinfo')) return []
  const entries = await readdir(source, { withFileTypes: true }).catch(() => undefined)
  if (!entries) return existsSync(source) ? [source] : []
  return (await Promise.all(entries.map((entry) => filesIn(join(source, entry.name))))).flat()
}
