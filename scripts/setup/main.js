import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Runs a script's main function when the script is what Node was started with, not when it is imported. A failure is one
 * plain sentence and exit code 1.
 * @param {string} url the script's `import.meta.url`
 * @param {() => Promise<unknown>} main
 */
export async function runIfMain(url, main) {
  const started = process.argv[1]
  if (!started || realpathSync(started) !== fileURLToPath(url)) return
  try {
    await main()
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
