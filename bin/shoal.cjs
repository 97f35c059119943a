#!/usr/bin/env node
// CommonJS, since Node takes 6 ms longer to start with an ES module.
const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { load } = require('./load.cjs')

const program = join(__dirname, '../dist/shoal.cjs')

if (existsSync(program)) load(program).run()
else {
  console.error('shoal is not built yet. Run: npm run build')
  process.exitCode = 1
}
