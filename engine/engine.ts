import { resolve } from 'node:path'
import type { CallInput, CallName, CallOutput, CallParams } from '../contract/calls.ts'
import { calls } from '../contract/calls.ts'
import type { CallOptions, Engine, StreamOptions } from '../contract/engine.ts'
import { ShoalError } from '../contract/errors.ts'
import type { StreamFeed, StreamInput, StreamItem, StreamName, StreamParams } from '../contract/streams.ts'
import { streams } from '../contract/streams.ts'
import { makeConnector } from './commands/connector.ts'
import { down } from './commands/down.ts'
import { changeEnv, listEnv } from './commands/env.ts'
import { execIn } from './commands/exec.ts'
import { findEngine } from './commands/find-engine.ts'
import { type Host, ProjectSlot } from './commands/host.ts'
import { init } from './commands/init.ts'
import { readProjectLogs } from './commands/logs.ts'
import { restart, start, stop } from './commands/named.ts'
import { checkPort, getPort, setPort } from './commands/port.ts'
import { scale } from './commands/scale.ts'
import { up } from './commands/up.ts'
import { status } from './commands/view.ts'
import { watchStack } from './commands/watch.ts'
import { DEFAULT_SETTINGS, type Settings } from './stack/settings.ts'

/** What the face that hosts the engine can do for it. */
export interface Desktop {
  readonly kind: 'desktop' | 'browser'
  /** Whether it stays when its windows are closed, and can start at login. */
  readonly resident: boolean
  /** The system's own dialog; undefined where there is none. */
  readonly chooseFolder?: () => Promise<string | undefined>
}

export interface EngineOptions {
  /** The folder of the project that `project.init` copies. */
  readonly bundledProject: string
  /** The folder for Shoal's own settings, the list of recent projects and the copy of the sample. */
  readonly dataFolder?: string
  /** Shoal's version, for people. */
  readonly version?: string
  readonly desktop?: Desktop
  /** Is told, in a sentence for people, about what went wrong beside the calls: settings that could not be read. */
  readonly warn?: (message: string) => void
  /** The process environment; it can name the Docker engine and fill the project's variables. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly settings?: Partial<Settings>
}

type CallTable = { [N in CallName]: (input: CallParams<N>, signal?: AbortSignal) => Promise<CallOutput<N>> }
type StreamTable = {
  [N in StreamName]: (
    input: StreamParams<N>,
    signal: AbortSignal,
    feed?: AsyncIterable<StreamFeed<N>>,
  ) => AsyncIterable<StreamItem<N>>
}

/** Builds the engine: the one place that sees every part of it. Docker is looked for when it is first needed. */
export function createEngine(options: EngineOptions): Engine {
  const environment = options.environment ?? process.env
  const connector = makeConnector(environment)
  const slots = new Map<string, ProjectSlot>()
  const host: Host = {
    connect: connector.connect,
    environment,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    bundledProject: options.bundledProject,
    slot: (directory) => {
      const key = resolve(directory)
      const slot = slots.get(key) ?? new ProjectSlot()
      slots.set(key, slot)
      return slot
    },
  }
  const closed = new AbortController()
  const callTable = tableOfCalls(host)
  const streamTable = tableOfStreams(host)
  const until = (signal?: AbortSignal) => (signal ? AbortSignal.any([signal, closed.signal]) : closed.signal)

  return {
    async call<N extends CallName>(
      name: N,
      input: CallInput<N>,
      { signal }: CallOptions = {},
    ): Promise<CallOutput<N>> {
      try {
        const params = calls[name].input.parse(input) as CallParams<N>
        return await callTable[name](params, until(signal))
      } catch (error) {
        throw asShoalError(error)
      }
    },
    async *open<N extends StreamName>(
      name: N,
      input: StreamInput<N>,
      { signal, feed }: StreamOptions<N> = {},
    ) {
      const stop = new AbortController()
      try {
        const params = streams[name].input.parse(input) as StreamParams<N>
        yield* streamTable[name](params, AbortSignal.any([until(signal), stop.signal]), feed)
      } catch (error) {
        throw asShoalError(error)
      } finally {
        stop.abort()
      }
    },
    async close() {
      closed.abort(new ShoalError('cancelled', 'Shoal is closing; the stack goes on running.'))
      await Promise.all([...slots.values()].map(({ turn }) => turn))
      connector.close()
    },
  }
}

function tableOfCalls(host: Host): CallTable {
  return {
    'engine.find': () => findEngine(host),
    'engine.candidates': absent('engine.candidates'),
    'app.about': absent('app.about'),
    'app.choose-folder': absent('app.choose-folder'),
    'app.list-folder': absent('app.list-folder'),
    'settings.get': absent('settings.get'),
    'settings.set': absent('settings.set'),
    'projects.recent': absent('projects.recent'),
    'projects.open': absent('projects.open'),
    'projects.forget': absent('projects.forget'),
    'projects.sample': absent('projects.sample'),
    'project.settings': absent('project.settings'),
    'project.configure': absent('project.configure'),
    'stack.cancel': absent('stack.cancel'),
    'stack.history': absent('stack.history'),
    'env.read': absent('env.read'),
    'env.check': absent('env.check'),
    'env.edit': absent('env.edit'),
    'env.keys': absent('env.keys'),
    'env.preview': absent('env.preview'),
    'env.write': absent('env.write'),
    'env.versions': absent('env.versions'),
    'env.version': absent('env.version'),
    'project.init': (input) => init(host, input),
    'stack.status': ({ directory }) => status(host, directory),
    'stack.up': (input, signal) => up(host, input, signal),
    'stack.down': (input, signal) => down(host, input, signal),
    'stack.start': (input, signal) => start(host, input, signal),
    'stack.stop': (input, signal) => stop(host, input, signal),
    'stack.restart': (input, signal) => restart(host, input, signal),
    'stack.scale': (input, signal) => scale(host, input, signal),
    'env.list': (input) => listEnv(host, input),
    'env.change': (input, signal) => changeEnv(host, input, signal),
    'port.get': (input) => getPort(host, input),
    'port.set': (input, signal) => setPort(host, input, signal),
    'port.check': (input) => checkPort(host, input),
  }
}

function tableOfStreams(host: Host): StreamTable {
  return {
    'stack.watch': (input, signal) => watchStack(host, input, signal),
    'engine.watch': absentStream('engine.watch'),
    'settings.watch': absentStream('settings.watch'),
    'stats.watch': absentStream('stats.watch'),
    'logs.follow': absentStream('logs.follow'),
    'stack.activity': ({ directory }, signal) => host.slot(directory).activity.listen(signal),
    'logs.read': (input, signal) => readProjectLogs(host, input, signal),
    'exec.run': (input, signal, feed) => execIn(host, input, feed, signal),
  }
}

function asShoalError(error: unknown): ShoalError {
  const issues = (error as { name?: string; issues?: { path: PropertyKey[]; message: string }[] }).issues
  if (error instanceof Error && error.name === 'ZodError' && issues?.[0]) {
    const { path, message } = issues[0]
    return new ShoalError(
      'usage',
      `${path.map(String).join('.') || 'The input'}: ${message}; nothing was changed.`,
    )
  }
  return ShoalError.from(error)
}

function absent(name: string): () => Promise<never> {
  return async () => {
    throw new ShoalError('internal', `${name} is not there yet.`)
  }
}

function absentStream(name: string): () => AsyncIterable<never> {
  return () => ({ [Symbol.asyncIterator]: () => ({ next: absent(name) }) })
}
