import type { ToEngine } from '../../shared/engine-line.ts'

/** What is needed of Electron's UtilityProcess. */
export interface Child<Port> {
  postMessage(message: ToEngine, transfer?: Port[]): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  kill(): unknown
}

/** Milliseconds until a crashed engine is started again: the first time, and at most. */
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 10_000

/** An engine that ran for this long, in milliseconds, was not crashing on start. */
const STEADY = 30_000

export interface EngineEvents {
  onStart(): void
  onMessage(message: unknown): void
}

/**
 * Keeps the engine's process running: it is started again when it crashes, which closes every port that it served and does
 * nothing to the stack. Throws nothing.
 */
export class EngineProcess<Port extends { close(): void }> {
  readonly #fork: () => Child<Port>
  readonly #events: EngineEvents
  #child: Child<Port> | undefined
  #timer: NodeJS.Timeout | undefined
  #pause = FIRST_PAUSE
  #ending: (() => void) | undefined

  constructor(fork: () => Child<Port>, events: EngineEvents) {
    this.#fork = fork
    this.#events = events
  }

  start(): void {
    const child = this.#fork()
    const startedAt = Date.now()
    this.#child = child
    child.on('message', (message) => this.#events.onMessage(message))
    child.once('exit', () => {
      this.#child = undefined
      if (this.#ending) return this.#ending()
      if (Date.now() - startedAt > STEADY) this.#pause = FIRST_PAUSE
      this.#timer = setTimeout(() => this.start(), this.#pause)
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE)
    })
    this.#events.onStart()
  }

  /** Hands the engine a port to serve; between two runs of it the port is closed, and its owner asks again. */
  serve(port: Port): void {
    if (this.#child) this.#child.postMessage({ kind: 'serve' }, [port])
    else port.close()
  }

  tell(message: ToEngine): void {
    this.#child?.postMessage(message)
  }

  /** Ends the engine for good: `patience` milliseconds after it was asked to, it is killed. */
  stop(patience: number): Promise<void> {
    clearTimeout(this.#timer)
    const child = this.#child
    return new Promise((resolve) => {
      const timer = setTimeout(() => child?.kill(), patience)
      this.#ending = () => {
        clearTimeout(timer)
        resolve()
      }
      if (child) child.postMessage({ kind: 'close' })
      else this.#ending()
    })
  }
}
