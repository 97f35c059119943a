import type { Engine, StreamOptions } from '../contract/engine.ts'
import type { StreamInput, StreamItem, StreamName } from '../contract/streams.ts'
import type { Host } from './host.ts'
import { type Paint, paintFor } from './output/paint.ts'
import { Writer } from './output/writer.ts'
import { resolveProject } from './project.ts'

/** The options that every command takes. */
export interface Settings {
  readonly project?: string
  readonly json?: boolean
  readonly quiet?: boolean
}

/** One run of the command: what its surroundings are, what was asked of all commands, and what they share. */
export class Session {
  readonly host: Host
  readonly signal: AbortSignal
  readonly out: Writer
  readonly err: Writer
  readonly paint: Paint
  readonly errPaint: Paint
  /** The options that every command takes; filled in when the command line has been parsed. */
  settings: Settings = {}
  /** What the process ends with when nothing is thrown. */
  exitCode = 0
  /** Where sentences for people go at the moment: a live list takes them over while it is on the screen. */
  say: (text: string) => void
  /** Whether an interrupt cancels something, rather than ending a view that never ends by itself. */
  cancellable = false
  #engine: Promise<Engine> | undefined

  /** `onClosed` is called when the reader of standard output has gone. */
  constructor(host: Host, signal: AbortSignal, onClosed: () => void) {
    this.host = host
    this.signal = signal
    this.out = new Writer(host.stdout, onClosed)
    this.err = new Writer(host.stderr)
    this.paint = paintFor(host.stdout, host.env)
    this.errPaint = paintFor(host.stderr, host.env)
    this.say = (text) => {
      if (!this.settings.quiet) void this.err.line(text)
    }
  }

  get json(): boolean {
    return this.settings.json === true
  }

  /** `project` is the folder of a project that will be looked at first. */
  engine(project?: string): Promise<Engine> {
    this.#engine ??= this.host.engine(project)
    return this.#engine
  }

  /** The project's folder; the bundled sample is copied on first need. */
  project(): Promise<string> {
    return resolveProject(this)
  }

  /** Prints a command's one result: as a JSON document, or as text. */
  async print(result: unknown, text: () => string): Promise<void> {
    await this.out.line(this.json ? JSON.stringify(result, null, 2) : text())
  }

  /** Reads a stream until it ends or the user has seen enough. */
  async *read<N extends StreamName>(
    name: N,
    input: StreamInput<N>,
    options: StreamOptions<N> = {},
  ): AsyncGenerator<StreamItem<N>> {
    const engine = await this.engine()
    try {
      yield* engine.open(name, input, { ...options, signal: this.signal })
    } catch (error) {
      if (!this.signal.aborted) throw error
    }
  }

  /** Lets go of the engine, if it was needed. */
  async close(): Promise<void> {
    const engine = await this.#engine?.catch(() => undefined)
    await engine?.close()
  }
}
