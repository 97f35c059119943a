import { PassThrough } from 'node:stream'
import { runCli } from '../../../cli/run.ts'
import { type ScriptedEngine, scriptedEngine } from '../../support/scripted-engine.ts'

export interface Surroundings {
  engine?: ScriptedEngine
  cwd?: string
  env?: NodeJS.ProcessEnv
  input?: string
  windowFolder?: string
  onBrowse?: (url: string, interrupt: () => void) => Promise<void>
  terminal?: { columns: number; rows: number }
  /** Called when the run has begun, with the ways to disturb it. */
  meanwhile?: (ways: {
    interrupt: () => void
    stdin: PassThrough
    stdout: PassThrough
    modes: boolean[]
  }) => void | Promise<void>
}

export interface Result {
  code: number
  stdout: string
  stderr: string
  asked: ScriptedEngine['asked']
  engines: number
  browsed: string[]
}

/** Runs `shoal` on a fake engine and fake streams. `line` is split at spaces. */
export async function runShoal(line: string | string[], surroundings: Surroundings = {}): Promise<Result> {
  const { engine = scriptedEngine(), cwd = '/', env = {}, input, terminal, meanwhile } = surroundings
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const modes: boolean[] = []
  if (terminal) {
    Object.assign(stdin, { isTTY: true, setRawMode: (raw: boolean) => modes.push(raw) })
    for (const stream of [stdout, stderr]) Object.assign(stream, { isTTY: true, ...terminal })
  }
  if (input !== undefined) stdin.end(input)
  const texts = [collect(stdout), collect(stderr)]
  let interrupt = () => {}
  let engines = 0
  const browsed: string[] = []
  const running = runCli(Array.isArray(line) ? line : line.split(' '), {
    engine: async () => {
      engines += 1
      return engine
    },
    stdin,
    stdout,
    stderr,
    cwd,
    env,
    platform: 'linux',
    version: '1.2.3',
    windowFolder: surroundings.windowFolder ?? '',
    browse: async (url) => {
      browsed.push(url)
      await surroundings.onBrowse?.(url, () => interrupt())
    },
    onInterrupt: (listener) => {
      interrupt = listener
      return () => {}
    },
  })
  void meanwhile?.({ interrupt: () => interrupt(), stdin, stdout, modes })
  const code = await running
  const [out = '', err = ''] = texts.map((text) => text())
  return { code, stdout: out, stderr: err, asked: engine.asked, engines, browsed }
}

function collect(stream: PassThrough): () => string {
  let text = ''
  stream.on('data', (data) => {
    text += data
  })
  return () => text
}
