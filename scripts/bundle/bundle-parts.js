import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buildOf, MAIN, PARTS } from '../../bin/load.cjs'
import { root, stamps } from '../setup/paths.js'
import { makeUnlessCurrent } from '../setup/stamp.js'
import { generate } from './generate.js'
import { keepCode } from './keep-code.js'
import { sourcesWith } from './sources.js'

/** Sources say where things are as seen from a folder of the checkout; so does the program that names the parts. */
const PLACE = 'importMetaUrl'
const INTRO = `const ${PLACE} = require('node:url').pathToFileURL(require('node:path').join(__dirname, '../../shoal.cjs')).href\n`

/**
 * Bundles the command in parts: what is behind a dynamic import is a file of its own, read when it is asked for. All parts of
 * one build lie in a folder named by their content, with the code that V8 made of them; the program beside those folders says
 * which one it is.
 * @param {string} entry relative to the checkout
 * @param {string} output relative to the checkout
 * @returns {Promise<boolean>} whether it had to be made
 */
export function bundleParts(entry, output) {
  const program = join(root, output)
  // Another Node cannot use the code that this one compiled.
  const stamp = join(stamps, `${output.replaceAll('/', '-')}-${process.version}`)
  return makeUnlessCurrent({ sources: sourcesWith(), output: program, stamp }, async () => {
    const parts = await makeParts(entry)
    const id = nameOf(parts)
    const folders = join(dirname(program), PARTS)
    const half = join(folders, `${id}.${process.pid}`)
    await mkdir(half, { recursive: true })
    await Promise.all([...parts].map(([name, text]) => writeFile(join(half, name), text)))
    await keepCode(half)
    await putInPlace(half, join(folders, id))
    const before = await currentId(program)
    // Whoever starts it in this moment gets the old parts or the new ones, whole.
    await writeFile(`${program}.${process.pid}`, `// ${id}\nrequire('./${PARTS}/${id}/${MAIN}')\n`)
    await rename(`${program}.${process.pid}`, program)
    await removeOthers(folders, [id, before])
  })
}

/**
 * @param {string} entry
 * @returns {Promise<Map<string, string>>} the text of each part by its file's name
 */
async function makeParts(entry) {
  const chunks = await generate(
    entry,
    {
      format: 'cjs',
      entryFileNames: MAIN,
      chunkFileNames: '[name].cjs',
      dynamicImportInCjs: false,
    },
    { 'import.meta.url': PLACE },
  )
  return new Map(
    chunks.map(({ fileName, code }) => {
      const text = `${code.includes(PLACE) ? INTRO : ''}${asAscii(code)}`
      return [fileName, `// sha256 ${createHash('sha256').update(text).digest('hex')}\n${text}`]
    }),
  )
}

/**
 * The same program without a character that takes more than a byte, which is read fastest.
 * @param {string} code
 */
function asAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** @param {Map<string, string>} parts */
function nameOf(parts) {
  const hash = createHash('sha256').update(process.version)
  for (const [name, text] of [...parts].sort(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(`${name}\0${text.length}\0`).update(text)
  return hash.digest('hex').slice(0, 16)
}

/**
 * A folder of this name may be there, whole or damaged: it gives way.
 * @param {string} half
 * @param {string} folder
 */
async function putInPlace(half, folder) {
  if (existsSync(folder)) await rename(folder, `${half}.old`)
  await rename(half, folder)
}

/**
 * Which parts a program names, if there is one.
 * @param {string} program
 */
async function currentId(program) {
  return buildOf(await readFile(program, 'latin1').catch(() => ''))
}

/**
 * A `shoal ui` that runs may still ask for parts of the build before; older ones go.
 * @param {string} folders
 * @param {(string | undefined)[]} kept
 */
async function removeOthers(folders, kept) {
  const others = (await readdir(folders)).filter((name) => !kept.includes(name))
  await Promise.all(others.map((name) => rm(join(folders, name), { recursive: true, force: true })))
}
