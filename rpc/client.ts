import type { CallInput, CallName, CallOutput } from '../contract/calls.ts'
import type { CallOptions, Engine, StreamOptions } from '../contract/engine.ts'
import { ShoalError } from '../contract/errors.ts'
import type { StreamInput, StreamItem, StreamName } from '../contract/streams.ts'
import { decode, encode } from './frame.ts'
import { Inflow } from './inflow.ts'
import { type Reply, type Request, replySchema } from './messages.ts'
import { Outflow } from './outflow.ts'
import type { Port } from './port.ts'

/** What waits for replies under one id. */
interface Receiver {
  receive(reply: Reply): void
  fail(error: ShoalError): void
}

/**
 * The engine at the other end of `port`, where `serve` runs. Imports nothing of Node, so that a browser can use it.
 *
 * A cancelled call settles when the engine has let go of it; a cancelled stream fails with `cancelled` at once.
 * Each loop over a stream opens it anew, and leaving the loop unsubscribes. When the port closes, everything open
 * and everything asked for later fails with `disconnected`. `close` closes the port, which ends the streams of this
 * client; the engine goes on with its calls, and serves others.
 */
export function connect(port: Port): Engine {
  const receivers = new Map<number, Receiver>()
  let lastId = 0
  let closed = false
  const send = (request: Request): void => port.send(encode(request))

  port.onMessage((frame) => {
    try {
      const reply = replySchema.parse(decode(frame))
      // Nobody waits for it when it crossed a cancel on its way.
      receivers.get(reply.id)?.receive(reply)
    } catch {
      close()
    }
  })
  port.onClose(lose)

  function lose(): void {
    closed = true
    for (const receiver of receivers.values()) receiver.fail(disconnected())
  }

  function close(): void {
    port.close()
    lose()
  }

  /** Why nothing can be started now. */
  function refusal(signal?: AbortSignal): ShoalError | undefined {
    if (signal?.aborted) return cancelled()
    return closed ? disconnected() : undefined
  }

  /** Takes a new id for the receiver, and calls `cancel` when the signal fires, until `release` is called. */
  function register(receiver: Receiver, signal: AbortSignal | undefined, cancel: () => void) {
    const id = ++lastId
    const release = (): void => {
      receivers.delete(id)
      signal?.removeEventListener('abort', cancel)
    }
    receivers.set(id, receiver)
    signal?.addEventListener('abort', cancel)
    return { id, release }
  }

  function call<N extends CallName>(name: N, input: CallInput<N>, { signal }: CallOptions = {}) {
    return new Promise<CallOutput<N>>((resolve, reject) => {
      const refused = refusal(signal)
      if (refused) return reject(refused)
      const receiver: Receiver = {
        receive(reply) {
          release()
          // Both ends are built from one contract, so what the host answers has the contract's type.
          if (reply.type === 'result') resolve(reply.output as CallOutput<N>)
          else if (reply.type === 'error') reject(ShoalError.fromData(reply.error))
        },
        fail(error) {
          release()
          reject(error)
        },
      }
      const { id, release } = register(receiver, signal, () => send({ type: 'cancel', id }))
      send({ type: 'call', id, name, input })
    })
  }

  function subscribe<N extends StreamName>(
    name: N,
    input: StreamInput<N>,
    { signal, feed }: StreamOptions<N>,
  ): AsyncIterator<StreamItem<N>, undefined> {
    const feeding = new AbortController()
    const outflow = new Outflow()
    const inflow = new Inflow<StreamItem<N>>((count) => send({ type: 'credit', id, count }), leave)
    const refused = refusal(signal)
    const receiver: Receiver = {
      receive(reply) {
        if (reply.type === 'item') inflow.push(reply.item as StreamItem<N>)
        else if (reply.type === 'credit') outflow.grant(reply.count)
        else settle(reply.type === 'error' ? ShoalError.fromData(reply.error) : undefined)
      },
      fail: settle,
    }
    const { id, release } = register(receiver, signal, () => abandon(cancelled()))

    function settle(error?: ShoalError): void {
      release()
      feeding.abort()
      inflow.end(error)
    }

    function leave(): void {
      settle()
      send({ type: 'cancel', id })
    }

    function abandon(error: ShoalError): void {
      inflow.abort(error)
      leave()
    }

    if (refused) {
      settle(refused)
      return inflow
    }
    send({ type: 'open', id, name, input, feed: feed !== undefined })
    if (feed)
      outflow
        .run(feed, (item) => send({ type: 'item', id, item }), feeding.signal)
        .then(
          () => feeding.signal.aborted || send({ type: 'end', id }),
          (thrown: unknown) => abandon(ShoalError.from(thrown)),
        )
    return inflow
  }

  return {
    call,
    open: (name, input, options = {}) => ({ [Symbol.asyncIterator]: () => subscribe(name, input, options) }),
    close: async () => close(),
  }
}

function cancelled(): ShoalError {
  return new ShoalError('cancelled', 'Cancelled; what was already done stays done.')
}

function disconnected(): ShoalError {
  return new ShoalError(
    'disconnected',
    'The connection to the Shoal engine closed; the stack keeps running.',
    'Reload the window, or start Shoal again.',
  )
}
