import { join } from 'node:path'
import { root } from '../../scripts/setup/paths.js'
import type { Contender } from './contender.ts'

/** The command line that starts `shoal` as a user's shell does. */
export function shoalCommand(...args: readonly string[]): readonly string[] {
  return [process.execPath, join(root, 'bin/shoal.cjs'), ...args]
}

export const shoal: Contender = {
  name: 'shoal',
  up: (scale) => shoalCommand('up', '--scale', String(scale)),
  scale: (scale) => shoalCommand('scale', String(scale)),
  applyEnv: () => shoalCommand('up'),
  restartApp: () => shoalCommand('restart', 'app'),
  down: () => shoalCommand('down'),
  status: () => shoalCommand('status', '--json'),
}
