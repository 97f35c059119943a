import type { Engine } from '../contract/engine.ts'

/** A stream that the command writes text to; the last three are there on a terminal. */
export interface OutputStream extends NodeJS.WritableStream {
  isTTY?: boolean
  columns?: number
  rows?: number
}

/** A stream that the command reads; raw mode is there on a terminal. */
export interface InputStream extends NodeJS.ReadableStream {
  isTTY?: boolean
  setRawMode?(raw: boolean): unknown
}

/** All that the command takes from its surroundings, so that a test can be its surroundings. */
export interface Host {
  /**
   * Builds the engine. Called at most once, and only by commands that need it.
   * @param project the folder of a project that will be looked at first, where that is known
   */
  engine(project?: string): Promise<Engine>
  readonly stdin: InputStream
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  readonly version: string
  /** The folder of the built window. */
  readonly windowFolder: string
  /** Shows an address in the browser. */
  browse(url: string): Promise<void>
  /** Calls the listener at each request to stop (Ctrl-C, SIGTERM). Returns how to stop listening. */
  onInterrupt(listener: () => void): () => void
}
