import type { CallInput, CallName, CallOutput } from '../../../contract/calls.ts'
import type { CallOptions, Engine, StreamOptions } from '../../../contract/engine.ts'
import type { StreamInput, StreamItem, StreamName } from '../../../contract/streams.ts'

type Calls = {
  [N in CallName]: (input: CallInput<N>, options: CallOptions) => Promise<CallOutput<N>>
}
type Streams = {
  [N in StreamName]: (input: StreamInput<N>, options: StreamOptions<N>) => AsyncIterable<StreamItem<N>>
}

/** An engine made of the given calls and streams; a test that reaches another one fails. */
export function probeEngine(calls: Partial<Calls>, streams: Partial<Streams> = {}): Engine {
  return {
    call<N extends CallName>(name: N, input: CallInput<N>, options: CallOptions = {}) {
      const handler: Calls[N] | undefined = calls[name]
      if (handler === undefined) throw new Error(`The test has no call ${name}`)
      return handler(input, options)
    },
    open<N extends StreamName>(name: N, input: StreamInput<N>, options: StreamOptions<N> = {}) {
      const handler: Streams[N] | undefined = streams[name]
      if (handler === undefined) throw new Error(`The test has no stream ${name}`)
      return handler(input, options)
    },
    async close() {},
  }
}
