import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { root, stamps } from '../setup/paths.js'
import { makeUnlessCurrent } from '../setup/stamp.js'
import { keepCode } from './keep-code.js'
import { lazyParts } from './lazy-parts.js'
import { oneLocale } from './one-locale.js'

const SOURCES = [
  'contract',
  'rpc',
  'engine',
  'cli',
  'bench',
  'bin',
  'scripts/bundle',
  'scripts/setup/compose.js',
  'test/support/load.ts',
  'package-lock.json',
]

/**
 * Each kind of module lacks what packages of the other kind expect.
 * @type {Record<string, import('esbuild').BuildOptions>}
 */
const FORMATS = {
  '.js': {
    format: 'esm',
    banner: {
      js: [
        "import { createRequire } from 'node:module'",
        'const require = createRequire(import.meta.url)',
        'const __filename = import.meta.filename',
      ].join('; '),
    },
  },
  '.cjs': {
    format: 'cjs',
    banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href" },
    define: { 'import.meta.url': 'importMetaUrl' },
  },
}

/**
 * Bundles one entry of ours with all that it imports into one file, which starts faster than hundreds.
 * Modules behind a dynamic import are in the same file and run when they are asked for.
 * @param {string} entry relative to the checkout
 * @param {string} output relative to the checkout; a `.cjs` is kept beside its compiled code
 * @param {string[]} [more] folders that this one is made of besides the usual ones
 * @returns {Promise<boolean>} whether it had to be made
 */
export function bundle(entry, output, more = []) {
  const file = join(root, output)
  const sources = [...SOURCES, ...more].map((source) => join(root, source))
  // Another Node cannot use the code that this one compiled.
  const stamp = join(stamps, `${output.replaceAll('/', '-')}-${process.version}`)
  return makeUnlessCurrent({ sources, output: file, stamp }, async () => {
    // Imported here, for this module is loaded before the packages are installed.
    const { build } = await import('esbuild')
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [join(root, entry)],
      outfile: file,
      write: false,
      bundle: true,
      platform: 'node',
      target: 'node20',
      // It finds its own files beside its code, and no user ever loads it.
      external: ['playwright-core'],
      charset: 'ascii',
      plugins: [lazyParts, oneLocale],
      legalComments: 'none',
      logLevel: 'silent',
      ...FORMATS[extname(output)],
    })
    const text = outputFiles?.[0]?.text ?? ''
    const name = createHash('sha256').update(text).digest('hex')
    await mkdir(dirname(file), { recursive: true })
    // Whoever starts it in this moment gets the old one or the new one, whole.
    const made = `${file}.${process.pid}`
    await writeFile(made, `// sha256 ${name}\n${text}`)
    if (extname(output) === '.cjs') await keepCode(made, file)
    await rename(made, file)
  })
}
