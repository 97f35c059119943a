import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { bundle } from './bundle/bundle.js'
import { runIfMain } from './setup/main.js'
import { root } from './setup/paths.js'
import { setUp } from './setup.js'

/** Sets up, then runs the benchmark with this command's own arguments. */
async function bench() {
  await setUp({ compose: true })
  await bundle('bench/main.ts', 'dist/bench.js')
  const args = [join(root, 'dist', 'bench.js'), ...process.argv.slice(2)]
  const running = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  // It takes its stack down before it ends. An interrupt at the terminal reaches it without our help.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => running.kill('SIGTERM'))
  const [code] = await once(running, 'exit')
  process.exitCode = code ?? 1
}

await runIfMain(import.meta.url, bench)
