import { calls } from '../contract/calls.ts'
import type { Engine } from '../contract/engine.ts'
import { ShoalError } from '../contract/errors.ts'
import { type StreamFeed, type StreamName, streams } from '../contract/streams.ts'
import { decode, encode } from './frame.ts'
import { Inflow } from './inflow.ts'
import { type Reply, type Request, requestSchema } from './messages.ts'
import { Outflow } from './outflow.ts'
import type { Port } from './port.ts'
import { callName, streamName, validate } from './validate.ts'

type RequestOf<T extends Request['type']> = Extract<Request, { type: T }>

/** What runs for the client under one id. */
interface Job {
  readonly kind: 'call' | 'open'
  readonly name: string
  readonly controller: AbortController
  readonly items: Outflow
  readonly feed: Inflow<StreamFeed<StreamName>>
}

/**
 * Lets the client at the other end of `port` use `engine`; many ports can share one. When the port closes, the streams that
 * came through it are cancelled, while calls go on to their end: a window that is closed or reloaded never stops a change
 * half-way. A frame that breaks the protocol closes the port. Returns a function that closes the port.
 */
export function serve(engine: Engine, port: Port): () => void {
  const jobs = new Map<number, Job>()
  const send = (reply: Reply): void => port.send(encode(reply))

  port.onMessage((frame) => {
    try {
      handle(requestSchema.parse(decode(frame)))
    } catch {
      close()
    }
  })
  port.onClose(leave)
  return close

  function handle(request: Request): void {
    const job = jobs.get(request.id)
    if (request.type === 'call' || request.type === 'open') {
      if (job) throw new RangeError('An id was used twice')
      void answer(request)
    } else if (job) {
      // Without a job: it ended while the request was on its way.
      if (request.type === 'cancel') cancel(job)
      else if (request.type === 'credit') job.items.grant(request.count)
      else if (request.type === 'end') job.feed.end()
      else feed(job, request.item)
    }
  }

  /** Runs one job to its last reply; what it throws is that reply. */
  async function answer(request: RequestOf<'call' | 'open'>): Promise<void> {
    const { id, name, type } = request
    const job: Job = {
      kind: type,
      name,
      controller: new AbortController(),
      items: new Outflow(),
      feed: new Inflow((count) => send({ type: 'credit', id, count })),
    }
    jobs.set(id, job)
    try {
      send(request.type === 'call' ? await call(request, job) : await stream(request, job))
    } catch (thrown) {
      send({ type: 'error', id, error: ShoalError.from(thrown).toData() })
    } finally {
      jobs.delete(id)
      job.feed.end()
    }
  }

  async function call(request: RequestOf<'call'>, { controller }: Job): Promise<Reply> {
    const name = callName(request.name)
    const input = validate(name, calls[name].input, request.input)
    const output = await engine.call(name, input, { signal: controller.signal })
    return { type: 'result', id: request.id, output }
  }

  async function stream(request: RequestOf<'open'>, { controller, items, feed }: Job): Promise<Reply> {
    const { id } = request
    const { signal } = controller
    const name = streamName(request.name)
    const input = validate(name, streams[name].input, request.input)
    const source = engine.open(name, input, request.feed ? { signal, feed } : { signal })
    await items.run(source, (item) => send({ type: 'item', id, item }), signal)
    signal.throwIfAborted()
    return { type: 'end', id }
  }

  function feed(job: Job, item: unknown): void {
    try {
      const name = streamName(job.name)
      job.feed.push(validate(`the feed of ${name}`, streams[name].feed, item))
    } catch (thrown) {
      if (!(thrown instanceof ShoalError)) throw thrown
      cancel(job, thrown)
    }
  }

  /** The feed fails rather than ends, or half an input would be taken for all of it. */
  function cancel(job: Job, reason?: ShoalError): void {
    job.controller.abort(reason)
    job.feed.abort(ShoalError.from(job.controller.signal.reason))
  }

  function leave(): void {
    for (const job of jobs.values()) if (job.kind === 'open') cancel(job)
  }

  function close(): void {
    port.close()
    leave()
  }
}
