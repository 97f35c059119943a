import { join } from 'node:path'
import { root, stamps } from '../setup/paths.js'
import { makeUnlessCurrent } from '../setup/stamp.js'
import { lazyParts } from './lazy-parts.js'
import { oneLocale } from './one-locale.js'

const SOURCES = [
  'contract',
  'rpc',
  'engine',
  'cli',
  'bench',
  'scripts/bundle',
  'scripts/setup/compose.js',
  'test/support/load.ts',
  'package-lock.json',
]

/**
 * Bundles one entry of ours with all that it imports into one file, which starts faster than hundreds.
 * Modules behind a dynamic import are in the same file and run when they are asked for.
 * @param {string} entry relative to the checkout
 * @param {string} output relative to the checkout
 * @returns {Promise<boolean>} whether it had to be made
 */
export function bundle(entry, output) {
  const file = join(root, output)
  const sources = SOURCES.map((source) => join(root, source))
  const stamp = join(stamps, output.replaceAll('/', '-'))
  return makeUnlessCurrent({ sources, output: file, stamp }, async () => {
    // Imported here, for this module is loaded before the packages are installed.
    const { build } = await import('esbuild')
    await build({
      absWorkingDir: root,
      entryPoints: [join(root, entry)],
      outfile: file,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      // CommonJS packages call require for Node's own modules and name their file; an ESM file has neither by itself.
      banner: {
        js: [
          "import { createRequire } from 'node:module'",
          'const require = createRequire(import.meta.url)',
          'const __filename = import.meta.filename',
        ].join('; '),
      },
      plugins: [lazyParts, oneLocale],
      legalComments: 'none',
      logLevel: 'silent',
    })
  })
}
