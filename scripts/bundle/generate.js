import { root } from '../setup/paths.js'
import { lazyParts } from './lazy-parts.js'
import { oneLocale } from './one-locale.js'

/**
 * Bundles one entry of ours with all that it imports.
 * @param {string} entry relative to the checkout
 * @param {import('rolldown').OutputOptions} output
 * @param {Record<string, string>} [define] what stands for an expression of the sources
 * @returns {Promise<import('rolldown').OutputChunk[]>} the entry first
 * @throws {Error} with the bundler's messages
 */
export async function generate(entry, output, define = {}) {
  // Imported here, for this module is loaded before the packages are installed.
  const { rolldown } = await import('rolldown')
  const build = await rolldown({
    cwd: root,
    input: entry,
    platform: 'node',
    // It finds its own files beside its code, and no user ever loads it.
    external: ['playwright-core'],
    transform: { target: 'node20', define },
    plugins: [lazyParts, oneLocale],
    logLevel: 'silent',
  })
  try {
    const { output: made } = await build.generate({ comments: false, ...output })
    return made.filter((file) => file.type === 'chunk')
  } finally {
    await build.close()
  }
}
