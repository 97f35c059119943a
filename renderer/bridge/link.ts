import type { CallInput, CallName, CallOutput } from '../../contract/calls.ts'
import type { CallOptions, Engine } from '../../contract/engine.ts'
import { ShoalError } from '../../contract/errors.ts'
import type { StreamFeed, StreamInput, StreamItem, StreamName } from '../../contract/streams.ts'
import { connect } from '../../rpc/client.ts'
import type { Port } from '../../rpc/port.ts'
import { openPort, Refused } from './port.ts'

/** Milliseconds until the first new attempt, and at most between two. */
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 2_000

/** `refused`: it answers, and does not know this window. */
export type LinkState = 'connecting' | 'open' | 'lost' | 'refused'

export interface Following {
  /** What the reader sends, where the stream takes something. */
  readonly signal: AbortSignal
  /** Called when the stream ended by itself or failed; it is then opened again. */
  readonly onEnd?: (error: ShoalError | undefined) => void
}

/**
 * The window's connection to the engine. It is made again by itself whenever it is lost; what runs on the engine's
 * side goes on meanwhile.
 */
export class Link {
  #engine: Engine | undefined
  #state: LinkState = 'connecting'
  #waiting: (() => void)[] = []
  readonly #listeners = new Set<(state: LinkState) => void>()
  readonly #open: () => Promise<Port>

  constructor(open: () => Promise<Port> = openPort) {
    this.#open = open
    void this.#keep()
  }

  get state(): LinkState {
    return this.#state
  }

  /** Calls back with every later state. Returns how to stop that. */
  onState(listener: (state: LinkState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Makes a call. Throws `disconnected` at once while there is no connection. */
  async call<N extends CallName>(
    name: N,
    input: CallInput<N>,
    options: CallOptions = {},
  ): Promise<CallOutput<N>> {
    if (!this.#engine)
      throw new ShoalError(
        'disconnected',
        'Shoal’s engine does not answer, so nothing was changed.',
        'Shoal connects again by itself; then try once more.',
      )
    return await this.#engine.call(name, input, options)
  }

  /** Opens a stream on the present connection; it ends with it. */
  async *open<N extends StreamName>(
    name: N,
    input: StreamInput<N>,
    options: { signal: AbortSignal; feed?: AsyncIterable<StreamFeed<N>> },
  ): AsyncGenerator<StreamItem<N>> {
    await this.#connected(options.signal)
    const engine = this.#engine
    if (engine && !options.signal.aborted) yield* engine.open(name, input, options)
  }

  /**
   * Reads a stream for as long as the signal lets it, opening it anew after every end and every loss.
   * @param input what it is opened with; a function is asked each time
   */
  async follow<N extends StreamName>(
    name: N,
    input: StreamInput<N> | (() => StreamInput<N>),
    onItem: (item: StreamItem<N>) => void,
    { signal, onEnd }: Following,
  ): Promise<void> {
    let pause = FIRST_PAUSE
    while (!signal.aborted) {
      let error: ShoalError | undefined
      try {
        const opened = typeof input === 'function' ? input() : input
        for await (const item of this.open(name, opened, { signal })) {
          pause = FIRST_PAUSE
          onItem(item)
        }
      } catch (thrown) {
        error = ShoalError.from(thrown)
      }
      if (signal.aborted) return
      onEnd?.(error)
      await rest(pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    }
  }

  async #keep(): Promise<never> {
    let pause = FIRST_PAUSE
    for (;;) {
      const { port, refused } = await this.#open().then(
        (port) => ({ port, refused: false }),
        (error: unknown) => ({ port: undefined, refused: error instanceof Refused }),
      )
      if (port) {
        pause = FIRST_PAUSE
        await this.#serve(port)
      }
      this.#become(refused ? 'refused' : 'lost')
      await rest(pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    }
  }

  /** Resolves when the connection is over. */
  #serve(port: Port): Promise<void> {
    return new Promise((resolve) => {
      const closed = () => {
        this.#engine = undefined
        resolve()
      }
      this.#engine = connect({
        ...port,
        onClose: (tell) =>
          port.onClose(() => {
            tell()
            closed()
          }),
      })
      this.#become('open')
      for (const wake of this.#waiting.splice(0)) wake()
    })
  }

  #connected(signal: AbortSignal): Promise<void> {
    if (this.#engine || signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  }

  #become(state: LinkState): void {
    if (state === this.#state) return
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }
}

function rest(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time))
}
