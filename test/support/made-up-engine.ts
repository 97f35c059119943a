import type { Drift } from '../../contract/drift.ts'
import type { Replay, RequestBatch } from '../../contract/requests.ts'
import type { Traffic } from '../../contract/traffic.ts'
import { instance, type ScriptedEngine, scriptedEngine, snapshot } from './scripted-engine.ts'

export const DIRECTORY = '/home/ada/demo'

interface Script {
  readonly traffic: Traffic
  readonly requests: RequestBatch
  readonly replay?: Replay
  /** None by default. */
  readonly drift?: Drift
  readonly stack?: Partial<Parameters<typeof snapshot>[0]>
}

export interface TrafficEngine {
  readonly engine: ScriptedEngine
  /** Streams that are open now, by name. */
  readonly open: () => readonly string[]
  /** Sends more requests to whoever follows them. */
  more(batch: RequestBatch): void
}

/** An engine with one running project of three instances, whose traffic is what the test says. */
export function trafficEngine({ traffic, requests, replay, drift, stack = {} }: Script): TrafficEngine {
  const open: string[] = []
  let tell = (_batch: RequestBatch) => {}
  const project = { directory: DIRECTORY, name: 'demo', openedAt: 1, present: true, sample: false }
  const now = snapshot({
    directory: DIRECTORY,
    instances: [1, 2, 3].map((index) => instance(index)),
    scale: { wanted: 3, max: 10 },
    ...stack,
  })
  /** An item at once; then the stream stays open, and waits for more. */
  async function* lasting<T>(
    name: string,
    item: T,
    signal?: AbortSignal,
    follow?: (next: (item: T) => void) => void,
  ) {
    open.push(name)
    const waiting: T[] = [item]
    let wake = () => {}
    follow?.((next) => {
      waiting.push(next)
      wake()
    })
    signal?.addEventListener('abort', () => wake())
    try {
      while (!signal?.aborted) {
        yield* waiting.splice(0)
        if (!signal?.aborted && waiting.length === 0)
          await new Promise<void>((resolve) => {
            wake = resolve
          })
      }
    } finally {
      open.splice(open.indexOf(name), 1)
    }
  }
  const engine = scriptedEngine(
    {
      'projects.open': () => project,
      'projects.recent': () => ({ projects: [project] }),
      'app.about': () => ({
        version: '0.1.0',
        kind: 'browser',
        platform: 'linux',
        folderDialog: false,
        resident: false,
      }),
      ...(replay ? { 'requests.replay': () => replay } : {}),
    },
    {
      'engine.watch': (_input, { signal }) =>
        lasting('engine', { state: 'found', engine: now.engine, source: '', attempts: [] }, signal),
      'settings.watch': (_input, { signal }) =>
        lasting(
          'settings',
          { theme: 'system', openAtLogin: false, askOnQuit: false, notify: false, engine: null },
          signal,
        ),
      'stack.watch': (_input, { signal }) => lasting('stack', now, signal),
      'stack.drift': (_input, { signal }) => lasting('drift', drift ?? { state: 'none' }, signal),
      'timeline.watch': (_input, { signal }) => lasting('timeline', { entries: [] }, signal),
      'traffic.watch': (_input, { signal }) => lasting('traffic', traffic, signal),
      'requests.follow': (_input, { signal }) =>
        lasting('requests', requests, signal, (next) => {
          tell = next
        }),
    },
  )
  return { engine, open: () => [...open], more: (batch) => tell(batch) }
}
