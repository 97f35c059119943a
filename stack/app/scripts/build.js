import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * Builds `build/`, everything that the image holds: Next.js's standalone output, its static files, and the
 * server bundled into one file, which Node loads faster than a tree of modules.
 */
const root = join(import.meta.dirname, '..')
const standalone = join(root, '.next', 'standalone')
const output = join(root, 'build')

const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
const { status } = spawnSync(process.execPath, [next, 'build'], { cwd: root, env, stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)

// The bundle is CommonJS, which Node starts faster than ES modules.
writeFileSync(join(standalone, 'package.json'), '{ "type": "commonjs" }\n')
cpSync(join(root, '.next', 'static'), join(standalone, '.next', 'static'), { recursive: true })
if (existsSync(join(root, 'public')))
  cpSync(join(root, 'public'), join(standalone, 'public'), { recursive: true })

await build({
  entryPoints: [join(root, 'server', 'main.ts')],
  outfile: join(standalone, 'server.js'),
  bundle: true,
  minifySyntax: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['next', 'pg-native', 'bufferutil', 'utf-8-validate'],
  define: { 'process.env.NODE_ENV': '"production"' },
})

rmSync(output, { recursive: true, force: true })
renameSync(standalone, output)
