#!/usr/bin/env node
// CommonJS, since Node takes 6 ms longer to start with an ES module.
const { join } = require('node:path')
const { folderOf, open } = require('./load.cjs')

const folder = folderOf(join(__dirname, '../dist/shoal.cjs'))

if (folder) open(folder).run()
else {
  console.error('shoal is not built yet. Run: npm run build')
  process.exitCode = 1
}
