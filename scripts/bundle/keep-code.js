import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeFile } from '../../bin/load.cjs'
import { run } from '../setup/run.js'

const WARM_UP = fileURLToPath(new URL('./warm-up.cjs', import.meta.url))

/**
 * Keeps the compiled code of the bundled command beside it, for `bin/load.cjs`. V8 compiles a function when it is first
 * called, so the code is taken from a run of the command.
 * @param {string} file
 * @param {string} future what the file will be called
 * @throws {Error} with what the run said
 */
export async function keepCode(file, future) {
  const scratch = await mkdtemp(join(tmpdir(), 'shoal-warm-up-'))
  try {
    // Code is refused under other flags than it was made with.
    const env = { ...process.env, NODE_OPTIONS: '', SHOAL_DATA_DIR: scratch }
    await run(process.execPath, [WARM_UP, file], { env })
    await rename(codeFile(file), codeFile(future))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
