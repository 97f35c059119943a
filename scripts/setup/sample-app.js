import { join } from 'node:path'
import { ensureDependencies, npm } from './dependencies.js'
import { root, stamps } from './paths.js'
import { run } from './run.js'
import { makeUnlessCurrent } from './stamp.js'

/**
 * Builds the sample app on this machine, so that building its image only copies the result.
 * @param {(text: string) => void} say
 * @returns {Promise<string>} what came of it
 */
export async function ensureSampleApp(say) {
  const folder = join(root, 'stack', 'app')
  const made = { sources: [folder], output: join(folder, 'build'), stamp: join(stamps, 'sample-app') }
  const wasMade = await makeUnlessCurrent(made, async () => {
    await ensureDependencies(folder, say)
    say('next build')
    await run(npm, ['run', 'build'], { cwd: folder, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } })
  })
  return wasMade ? 'built' : 'up to date'
}
