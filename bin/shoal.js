#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'

const program = new URL('../dist/shoal.js', import.meta.url)

if (existsSync(program)) {
  // Keeps the compiled code between runs. Node 20 cannot, so its types do not know it.
  // @ts-expect-error
  module.enableCompileCache?.()
  await import(program.href)
} else {
  console.error('shoal is not built yet. Run: npm run build')
  process.exitCode = 1
}
