import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dataFolder } from './data-folder.ts'
import { runCli } from './run.ts'

const bundledProject = fileURLToPath(new URL('../stack', import.meta.url))
const windowFolder = fileURLToPath(new URL('../dist/renderer', import.meta.url))
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

// A command that is stopped at once must not leave the terminal without echo.
process.on('exit', () => {
  if (process.stdin.isTTY && process.stdin.isRaw) process.stdin.setRawMode(false)
})

// The bundle is CommonJS, which has no await here.
runCli(process.argv.slice(2), {
  engine: async (project) => {
    const options = {
      bundledProject,
      dataFolder: dataFolder(process.env, process.cwd()),
      version,
      warn: (message: string) => void process.stderr.write(`${message}\n`),
      environment: process.env,
    }
    if (project === undefined) return (await import('../engine/engine.ts')).createEngine(options)
    return (await import('../engine/ahead.ts')).createEngineAhead(options, project)
  },
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  platform: process.platform,
  version,
  windowFolder,
  browse: async (url) => {
    const { default: open } = await import('open')
    await open(url)
  },
  onInterrupt: (listener) => {
    for (const signal of SIGNALS) process.on(signal, listener)
    return () => {
      for (const signal of SIGNALS) process.off(signal, listener)
    }
  },
}).then((code) => {
  // Whatever is still open (standard input, a socket to Docker) must not keep the command from ending.
  process.exit(code)
})
