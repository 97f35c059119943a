import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root, stamps } from '../setup/paths.js'
import { makeUnlessCurrent } from '../setup/stamp.js'
import { generate } from './generate.js'
import { sourcesWith } from './sources.js'

/**
 * Bundles one program of ours with all that it imports into one ES module.
 * @param {string} entry relative to the checkout
 * @param {string} output relative to the checkout
 * @param {string[]} [more] folders that this one is made of besides the usual ones
 * @returns {Promise<boolean>} whether it had to be made
 */
export function bundle(entry, output, more) {
  const file = join(root, output)
  const stamp = join(stamps, output.replaceAll('/', '-'))
  return makeUnlessCurrent({ sources: sourcesWith(more), output: file, stamp }, async () => {
    const [made] = await generate(entry, {
      format: 'esm',
      codeSplitting: false,
      // Packages that are CommonJS expect it.
      banner: 'const __filename = import.meta.filename',
    })
    await mkdir(dirname(file), { recursive: true })
    // Whoever starts it in this moment gets the old one or the new one, whole.
    const half = `${file}.${process.pid}`
    await writeFile(half, made?.code ?? '')
    await rename(half, file)
  })
}
