import type { CallInput, CallName, CallOutput } from './calls.ts'
import type { StreamFeed, StreamInput, StreamItem, StreamName } from './streams.ts'

export interface CallOptions {
  /** Cancels the call at the next safe point: a cancelled call leaves the stack serving. */
  readonly signal?: AbortSignal
}

export interface StreamOptions<N extends StreamName> {
  readonly signal?: AbortSignal
  /** What the reader sends to the stream, where the stream takes something. */
  readonly feed?: AsyncIterable<StreamFeed<N>>
}

/**
 * The engine as every face of Shoal sees it, in the same process or at the other end of a wire.
 * Both methods throw only ShoalErrors; input is validated against the contract's schemas.
 */
export interface Engine {
  call<N extends CallName>(name: N, input: CallInput<N>, options?: CallOptions): Promise<CallOutput<N>>
  open<N extends StreamName>(
    name: N,
    input: StreamInput<N>,
    options?: StreamOptions<N>,
  ): AsyncIterable<StreamItem<N>>
  /**
   * Ends every stream, cancels every call and lets go of Docker. The stack keeps running. At the far end of a wire only that
   * wire is closed, and calls go on.
   */
  close(): Promise<void>
}
