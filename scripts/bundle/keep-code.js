import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../setup/run.js'

const WARM_UP = fileURLToPath(new URL('./warm-up.cjs', import.meta.url))

/**
 * What is run, one after the other. The first one settles what it needs, as little as that is, since it is to be quick; the next
 * one adds the parts that most other commands have in common.
 */
const COMMANDS = [
  ['status', '--json'],
  ['down', '--dry-run'],
]

/**
 * Keeps the compiled code of the command's parts beside them, for `bin/load.cjs`. V8 compiles a function when it is first
 * called, so the code is taken from runs of the command.
 * @param {string} folder the parts
 * @throws {Error} with what a run said
 */
export async function keepCode(folder) {
  const scratch = await mkdtemp(join(tmpdir(), 'shoal-warm-up-'))
  try {
    // Code is refused under other flags than it was made with.
    const env = { ...process.env, NODE_OPTIONS: '', SHOAL_DATA_DIR: scratch }
    for (const command of COMMANDS) await run(process.execPath, [WARM_UP, folder, ...command], { env })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
