import { join } from 'node:path'
import { root } from '../setup/paths.js'

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
 * What a bundle is made of.
 * @param {string[]} [more] folders that this one is made of besides the usual ones
 */
export function sourcesWith(more = []) {
  return [...SOURCES, ...more].map((source) => join(root, source))
}
