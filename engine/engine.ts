import type { CallInput, CallName, CallOutput, CallParams } from '../contract/calls.ts'
import { calls } from '../contract/calls.ts'
import type { CallOptions, Engine, StreamOptions } from '../contract/engine.ts'
import { ShoalError } from '../contract/errors.ts'
import type { StreamFeed, StreamInput, StreamItem, StreamName, StreamParams } from '../contract/streams.ts'
import { streams } from '../contract/streams.ts'
import { about, chooseFolder } from './commands/app.ts'
import { configure } from './commands/configure.ts'
import { down } from './commands/down.ts'
import { changeEnv, editEnv, listEnv } from './commands/env.ts'
import { checkEnvText } from './commands/env-check.ts'
import { readEnvFile, writeEnvFile } from './commands/env-file.ts'
import { listEnvKeys } from './commands/env-keys.ts'
import { previewEnv } from './commands/env-preview.ts'
import { listEnvVersions, readEnvVersion } from './commands/env-versions.ts'
import { execIn } from './commands/exec.ts'
import { exportProject } from './commands/export.ts'
import { findCandidates, findEngine } from './commands/find-engine.ts'
import { followRequests } from './commands/follow-requests.ts'
import type { Host } from './commands/host.ts'
import { init } from './commands/init.ts'
import { LogShelf } from './commands/log-shelf.ts'
import { exportProjectLogs, followProjectLogs, readProjectLogs, searchProjectLogs } from './commands/logs.ts'
import { type HostOptions, type MadeHost, makeHost } from './commands/make-host.ts'
import { restart, start, stop } from './commands/named.ts'
import { checkPort, getPort, setPort } from './commands/port.ts'
import { readProjectSettings } from './commands/project-settings.ts'
import { forgetProject, listRecent, openProject, openSample } from './commands/projects.ts'
import { replay } from './commands/replay.ts'
import { scale } from './commands/scale.ts'
import { changeSettings } from './commands/settings.ts'
import { exportTimeline, listTimeline, watchTimeline } from './commands/timeline.ts'
import { cancelAll } from './commands/turn.ts'
import { up } from './commands/up.ts'
import { status } from './commands/view.ts'
import { watchStack } from './commands/watch.ts'
import { watchDrift } from './commands/watch-drift.ts'
import { watchEngine } from './commands/watch-engine.ts'
import { watchStats } from './commands/watch-stats.ts'
import { watchTraffic } from './commands/watch-traffic.ts'
import { listFolder } from './folders/list-folder.ts'
import { watchSettings } from './settings/watch.ts'

export type { Desktop } from './commands/host.ts'
export type EngineOptions = HostOptions

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
  return engineOn(makeHost(options))
}

/** The engine over a host that was made already. */
export function engineOn({ host: seer, whenIdle, rest }: MadeHost): Engine {
  const host: Host = { ...seer, logs: new LogShelf() }
  const closed = new AbortController()
  const callTable = tableOfCalls(host)
  /** After a lost engine the next call looks for it again. */
  const judge = (thrown: unknown): ShoalError => {
    const error = asShoalError(thrown)
    if (error.code === 'engine-lost') host.connector.doubt()
    return error
  }
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
        throw judge(error)
      }
    },
    async *open<N extends StreamName>(
      name: N,
      input: StreamInput<N>,
      { signal, feed }: StreamOptions<N> = {},
    ) {
      const stop = new AbortController()
      const over = new AbortController()
      try {
        const params = streams[name].input.parse(input) as StreamParams<N>
        const table = tableOfStreams(tie(host, stop, over.signal))
        yield* table[name](params, AbortSignal.any([until(signal), stop.signal, over.signal]), feed)
        stop.signal.throwIfAborted()
      } catch (error) {
        throw judge(stop.signal.aborted ? stop.signal.reason : error)
      } finally {
        over.abort()
      }
    },
    async close() {
      closed.abort(new ShoalError('cancelled', 'Shoal is closing; the stack goes on running.'))
      rest()
      await whenIdle()
      host.logs.close()
      await host.connector.close()
    },
  }
}

/** The host for one stream: the stream stops when Shoal turns away from the engine that it asked for. */
function tie(host: Host, stop: AbortController, over: AbortSignal): Host {
  const connect = async () => {
    const connection = await host.connect()
    const { lost } = connection
    lost.addEventListener('abort', () => stop.abort(lost.reason), { once: true, signal: over })
    return connection
  }
  return { ...host, connect }
}

function tableOfCalls(host: Host): CallTable {
  return {
    'engine.find': () => findEngine(host),
    'engine.candidates': () => findCandidates(host),
    'app.about': async () => about(host),
    'app.choose-folder': () => chooseFolder(host),
    'app.list-folder': ({ path }) => listFolder(path),
    'settings.get': () => host.userSettings.get(),
    'settings.set': (input) => changeSettings(host, input),
    'projects.recent': () => listRecent(host),
    'projects.open': (input) => openProject(host, input),
    'projects.forget': (input) => forgetProject(host, input),
    'projects.sample': () => openSample(host),
    'project.settings': (input) => readProjectSettings(host, input),
    'project.configure': (input, signal) => configure(host, input, signal),
    'stack.cancel': async ({ directory }) => ({ cancelled: cancelAll(host.slot(directory)) }),
    'timeline.list': (input) => listTimeline(host, input),
    'timeline.export': (input) => exportTimeline(host, input),
    'env.read': (input) => readEnvFile(input),
    'env.check': (input) => checkEnvText(host, input),
    'env.edit': async (input) => editEnv(input),
    'env.keys': (input) => listEnvKeys(host, input),
    'env.preview': (input) => previewEnv(host, input),
    'env.write': (input, signal) => writeEnvFile(host, input, signal),
    'env.versions': (input) => listEnvVersions(host, input),
    'env.version': (input) => readEnvVersion(input),
    'logs.search': (input, signal) => searchProjectLogs(host, input, signal),
    'project.init': (input) => init(host, input),
    'stack.status': ({ directory }) => status(host, directory),
    'stack.up': (input, signal) => up(host, input, signal),
    'stack.down': (input, signal) => down(host, input, signal),
    'stack.start': (input, signal) => start(host, input, signal),
    'stack.stop': (input, signal) => stop(host, input, signal),
    'stack.restart': (input, signal) => restart(host, input, signal),
    'stack.scale': (input, signal) => scale(host, input, signal),
    'database.status': async (input) => (await import('./commands/database.ts')).readDatabase(host, input),
    'env.list': (input) => listEnv(host, input),
    'env.change': (input, signal) => changeEnv(host, input, signal),
    'caddyfile.read': async (input) => (await caddyfile()).readCaddyfileCall(host, input),
    'caddyfile.running': async (input) => (await caddyfile()).readRunning(host, input),
    'caddyfile.check': async (input) => (await caddyfile()).checkCaddyfileText(host, input),
    'caddyfile.format': async (input) => (await caddyfile()).formatCaddyfile(host, input),
    'caddyfile.repair': async (input) => (await caddyfile()).repairCaddyfile(host, input),
    'caddyfile.write': async (input, signal) => (await caddyfile()).writeCaddyfile(host, input, signal),
    'caddyfile.reload': async (input, signal) => (await caddyfile()).reloadCaddyfile(host, input, signal),
    'caddyfile.versions': async (input) => (await caddyfile()).listCaddyVersions(input),
    'caddyfile.version': async (input) => (await caddyfile()).readCaddyVersion(input),
    'requests.replay': (input, signal) => replay(host, input, signal),
    'port.get': (input) => getPort(host, input),
    'port.set': (input, signal) => setPort(host, input, signal),
    'port.check': (input) => checkPort(host, input),
  }
}

/** Read when it is first needed: most commands never look at a Caddyfile's text. */
const caddyfile = () => import('./commands/caddyfile/calls.ts')

function tableOfStreams(host: Host): StreamTable {
  return {
    'project.export': (input, signal) => exportProject(host, input, signal),
    'stack.drift': (input, signal) => watchDrift(host, input, signal),
    'stack.watch': (input, signal) => watchStack(host, input, signal),
    'engine.watch': (_input, signal) => watchEngine(host, signal),
    'settings.watch': (_input, signal) => watchSettings(host.userSettings, signal),
    'timeline.watch': (input, signal) => watchTimeline(host, input, signal),
    'stats.watch': (input, signal) => watchStats(host, input, signal),
    'traffic.watch': (input, signal) => watchTraffic(host, input, signal),
    'requests.follow': (input, signal) => followRequests(host, input, signal),
    async *'database.watch'(input, signal) {
      const { watchDatabase } = await import('./commands/database.ts')
      yield* watchDatabase(host, input, signal)
    },
    'logs.follow': (input, signal) => followProjectLogs(host, input, signal),
    'stack.activity': ({ directory }, signal) => host.slot(directory).activity.listen(signal),
    'logs.export': (input, signal) => exportProjectLogs(host, input, signal),
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
